import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { CheckRuns, TrustedIssuerQueries, TrustedIssuers, type NewTrustedIssuer } from '@himpun/credentials';
import { systemActor } from '@himpun/kernel';
import {
  aDocument,
  anIdentity,
  appended,
  cmsOf,
  signPdf,
} from '../../../../libs/credentials/src/signed-pdf/signed-pdf.factory';
import { startApi, type TestApp } from '../../../support/app';
import { checkRow, claimed, presented } from '../../../support/claims';
import { signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Shown {
  signed: Record<string, unknown> | null;
  claim: Record<string, unknown>;
}

describe('signed documents through the house', () => {
  let api: TestApp;
  let groupId: string;
  let siti: TestClient;

  beforeAll(async () => {
    api = await startApi();
    siti = await signedIn(api, { fullName: 'Siti Aminah', email: 'siti@example.org' });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    groupId = await aGroup(api);
  });

  async function trust(entry: Partial<NewTrustedIssuer>): Promise<void> {
    const whole: NewTrustedIssuer = {
      groupId,
      name: 'Universitas Contoh',
      kinds: ['education'],
      reason: 'Keputusan rapat',
      ...entry,
    };
    const issuers = api.app.get(TrustedIssuers, { strict: false });
    await api.db.transaction((tx) => issuers.enter(tx, systemActor('test'), whole));
  }
  async function brought(bytes: Buffer, name: string, claim: Record<string, unknown> = {}) {
    const id = await claimed(siti, { kind: 'education', ...claim });
    const type = 'application/octet-stream';
    return { id, ...(await siti.upload<Shown>(`/api/credentials/${id}/signed`, { name, type, bytes })) };
  }
  async function checked(bytes: Buffer, name: string, claim: Record<string, unknown> = {}) {
    const { id, status } = await brought(bytes, name, claim);
    expect(status).toBe(200);
    const { checkIds } = await presented(api, groupId, [id]);
    await api.app.get(CheckRuns, { strict: false }).run(checkIds[0] as string, 1);
    return checkRow(api, checkIds[0] as string);
  }

  describe('an SD-JWT VC', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = publicKey.export({ format: 'jwk' });
    const issuer = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    const made = new SDJwtVcInstance({
      signer: async (data: string) =>
        sign('sha256', Buffer.from(data), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
          'base64url',
        ),
      signAlg: 'ES256',
      hasher: (data: string | ArrayBuffer) =>
        new Uint8Array(
          createHash('sha256')
            .update(typeof data === 'string' ? data : Buffer.from(data))
            .digest(),
        ),
      hashAlg: 'sha-256',
      saltGenerator: async () => randomBytes(16).toString('base64url'),
    });
    const degree = (email = 'siti@example.org') =>
      made.issue(
        {
          iss: issuer,
          iat: 1_770_000_000,
          vct: 'https://example.org/degree',
          given_name: 'Siti',
          family_name: 'Aminah',
          email,
        },
        { _sd: ['given_name', 'family_name', 'email'] },
      );

    it('fills the claim, and is a match once its issuer is trusted', async () => {
      const token = Buffer.from(await degree());
      const { body } = await brought(token, 'degree.jwt');
      expect(body.signed).toMatchObject({ format: 'sd-jwt-vc', issuerId: issuer, holderName: 'Siti Aminah' });
      const plain = { title: null };
      expect(await checked(token, 'degree.jwt', plain)).toMatchObject({
        run_state: 'ran',
        outcome: 'partial',
        reasons: expect.arrayContaining(['issuer_untrusted']),
      });
      await trust({ issuer });
      expect(await checked(token, 'degree.jwt', plain)).toMatchObject({ outcome: 'match', action: 'none' });
    });

    it('of somebody else, or with one disclosure exchanged, is a mismatch', async () => {
      await trust({ issuer });
      const other = await checked(Buffer.from(await degree('budi@example.org')), 'degree.jwt');
      expect(other).toMatchObject({
        outcome: 'mismatch',
        reasons: expect.arrayContaining(['holder_differs']),
      });
      const [token, ...disclosures] = (await degree('budi@example.org')).split('~');
      const forged = disclosures.map((one) => {
        const [salt, name, value] =
          one === '' ? [] : (JSON.parse(Buffer.from(one, 'base64url').toString()) as string[]);
        return name === 'email'
          ? Buffer.from(JSON.stringify([salt, name, 'siti@example.org'])).toString('base64url')
          : value === undefined
            ? ''
            : one;
      });
      const { status, body } = await brought(Buffer.from([token, ...forged].join('~')), 'degree.jwt');
      expect([status, body]).toMatchObject([415, { code: 'credential_file.unsupported' }]);
    });
  });

  describe('a signed PDF', () => {
    const root = anIdentity('Root of Example');
    const rector = anIdentity('Rektor', root, { isCa: false, organization: 'Universitas Contoh' });
    const text = 'Ijazah No. UC-2020/117 diberikan kepada SITI AMINAH';
    const diploma = () => signPdf(aDocument(text), cmsOf(rector));
    const claim = { number: 'UC-2020/117', institution: 'Universitas Contoh' };
    const check = (file: Buffer, more: Record<string, unknown> = {}) =>
      checked(file, 'ijazah.pdf', { ...claim, ...more });

    it('is for a person until the group trusts its root, and then an answer', async () => {
      expect(await check(diploma())).toMatchObject({
        run_state: 'not_covered',
        action: 'needs_person',
        reasons: ['certificate_untrusted'],
      });
      await trust({ rootCertificate: root.pem, signers: ['Universitas Contoh'] });
      expect(await check(diploma())).toMatchObject({
        run_state: 'ran',
        outcome: 'match',
        action: 'none',
        reasons: ['genuine'],
        fields: [
          { field: 'issuer', found: 'Universitas Contoh', result: 'match' },
          { field: 'name', result: 'match' },
          { field: 'number', result: 'match' },
        ],
      });
    });

    it('keeps to the signers and the kinds that the group named', async () => {
      await trust({ rootCertificate: root.pem, signers: ['Universitas Lain'] });
      const other = await check(diploma());
      expect(other).toMatchObject({ outcome: 'partial', action: 'needs_person' });
      expect(other.reasons).toEqual(['issuer_untrusted']);
      groupId = await aGroup(api);
      await trust({ rootCertificate: root.pem, kinds: ['licence'] });
      expect((await check(diploma())).reasons).toEqual(['issuer_other_kind']);
    });

    it('that names somebody else, or another number, is for a person', async () => {
      await trust({ rootCertificate: root.pem });
      const stranger = signPdf(aDocument('Ijazah No. UC-2020/117 kepada BUDI HARTONO'), cmsOf(rector));
      expect(await check(stranger)).toMatchObject({ outcome: 'partial', reasons: ['claim_differs'] });
      expect(await check(diploma(), { number: 'UC-2020/11' })).toMatchObject({ outcome: 'partial' });
    });

    it('changed after signing is a mismatch, and comes back as it was brought', async () => {
      await trust({ rootCertificate: root.pem });
      const changed = appended(diploma(), { 4: '<< /Length 2 >>\nstream\nBT\nendstream' });
      expect(await check(changed)).toMatchObject({ outcome: 'mismatch', reasons: ['changed_after_signing'] });
      const { id } = await brought(diploma(), 'ijazah.pdf');
      const answer = await siti.get<Buffer>(`/api/credentials/${id}/signed`);
      expect(answer.status).toBe(200);
    });

    it('without a signature is plain evidence', async () => {
      const { status, body } = await brought(aDocument(text), 'ijazah.pdf');
      expect([status, body]).toMatchObject([415, { code: 'credential_file.unsupported' }]);
    });

    describe('brought as plain evidence', () => {
      async function withEvidence(bytes: Buffer): Promise<{ id: string; body: Shown }> {
        const id = await claimed(siti, { kind: 'education', ...claim });
        const file = await siti.upload<{ id: string }>('/api/files?purpose=evidence', {
          name: 'ijazah.pdf',
          type: 'application/pdf',
          bytes,
        });
        expect(file.status).toBe(201);
        const { status, body } = await siti.put<Shown>(`/api/credentials/${id}/evidence/${file.body.id}`, {});
        expect([status, body]).toMatchObject([200, { evidence: [{ id: file.body.id }] }]);
        return { id, body };
      }

      it('has its signature checked all the same', async () => {
        await trust({ rootCertificate: root.pem });
        const { id, body } = await withEvidence(diploma());
        expect(body).toMatchObject({ version: 1, signed: { format: 'signed-pdf' } });
        const { checkIds } = await presented(api, groupId, [id]);
        await api.app.get(CheckRuns, { strict: false }).run(checkIds[0] as string, 1);
        expect(await checkRow(api, checkIds[0] as string)).toMatchObject({
          source: 'signed_credential',
          outcome: 'match',
        });
      });

      it('leaves a signed credential that is there already, and an unsigned one is evidence alone', async () => {
        expect((await withEvidence(aDocument(text))).body.signed).toBeNull();
        const { id } = await withEvidence(diploma());
        const before = await siti.download(`/api/credentials/${id}/signed`);
        const other = await siti.upload<{ id: string }>('/api/files?purpose=evidence', {
          name: 'transkrip.pdf',
          type: 'application/pdf',
          bytes: signPdf(aDocument('Transkrip'), cmsOf(rector)),
        });
        expect((await siti.put(`/api/credentials/${id}/evidence/${other.body.id}`, {})).status).toBe(200);
        expect((await siti.download(`/api/credentials/${id}/signed`)).body).toEqual(before.body);
      });
    });

    it('needs a root that is one, and a list tells it by its fingerprint', async () => {
      await expect(trust({ rootCertificate: rector.pem })).rejects.toMatchObject({
        code: 'trusted_issuer.invalid',
      });
      await expect(trust({ rootCertificate: 'hello' })).rejects.toMatchObject({
        code: 'trusted_issuer.invalid',
      });
      await trust({ rootCertificate: root.pem, signers: ['Rektor'] });
      const [line] = await api.app.get(TrustedIssuerQueries, { strict: false }).listOf(groupId);
      expect(line).toMatchObject({ rootCertificate: root.pem, signers: ['Rektor'] });
      expect(line?.issuer).toMatch(/^x509:sha256:[0-9a-f]{64}$/);
    });
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CheckRuns, TrustedIssuers, type CredentialKind } from '@himpun/credentials';
import { systemActor } from '@himpun/kernel';
import { bakePng, type JsonObject } from '@himpun/signatures';
import { aCredential, anIssuer, aStatusEntry, aStatusList, signed } from '@himpun/signatures/testing';
import sharp from 'sharp';
import { startApi, type TestApp } from '../../../support/app';
import { checkRow, claimed, presented } from '../../../support/claims';
import { signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { issuedByOthers } from '../../../support/independent-credentials';

interface Shown {
  signed: Record<string, unknown> | null;
  claim: Record<string, unknown>;
  version: number;
}

describe('a signed credential', () => {
  const others = issuedByOthers().samples;
  const academy = anIssuer();
  let lists: Server;
  let origin: string;
  let listBody: JsonObject | null = null;
  let api: TestApp;
  let groupId: string;
  let siti: TestClient;

  beforeAll(async () => {
    lists = createServer((_, response) =>
      listBody ? response.end(JSON.stringify(listBody)) : response.writeHead(404).end(),
    );
    await new Promise<void>((resolve) => lists.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(lists.address() as AddressInfo).port}`;
    api = await startApi({ FETCH_ALLOW_ORIGINS: origin });
    siti = await signedIn(api, { fullName: 'Siti Aminah', email: 'siti@example.org' });
  });
  afterAll(async () => {
    await api.close();
    lists.close();
  });

  beforeEach(async () => {
    groupId = await aGroup(api);
  });

  async function trust(issuer: unknown, kinds: CredentialKind[] = ['certification']): Promise<void> {
    const entry = { groupId, issuer: String(issuer), name: 'Academy', kinds, reason: 'Keputusan rapat' };
    await api.db.transaction((tx) =>
      api.app.get(TrustedIssuers, { strict: false }).enter(tx, systemActor('test'), entry),
    );
  }
  const bytesOf = (credential: JsonObject | string) =>
    Buffer.from(typeof credential === 'string' ? credential : JSON.stringify(credential));
  async function brought(file: Buffer, name = 'badge.json', person = siti) {
    const id = await claimed(person, { kind: 'certification' });
    const answer = await person.upload<Shown>(`/api/credentials/${id}/signed`, {
      name,
      type: 'application/json',
      bytes: file,
    });
    return { id, ...answer };
  }
  async function checked(file: Buffer, person = siti): Promise<Record<string, unknown>> {
    const { id } = await brought(file, 'badge.json', person);
    const { checkIds } = await presented(api, groupId, [id]);
    expect(checkIds).toHaveLength(1);
    await api.app.get(CheckRuns, { strict: false }).run(checkIds[0] as string, 1);
    return checkRow(api, checkIds[0] as string);
  }

  it.each(['eddsa-rdfc-2022', 'Ed25519Signature2020', 'ecdsa-jcs-2019 P-256'])(
    'with %s by another’s library fills the claim, and is a match once its issuer is trusted',
    async (name) => {
      const credential = others[name] as JsonObject;
      const { status, body } = await brought(bytesOf(credential));
      expect(status).toBe(200);
      expect(body.signed).toMatchObject({ issuerName: 'Academy of Example', achievement: 'Wound care' });
      expect(body.claim).toMatchObject({
        title: 'Wound care',
        institution: 'Academy of Example',
        validUntil: '2027-01-01',
      });
      expect(await checked(bytesOf(credential))).toMatchObject({
        ...{ run_state: 'ran', outcome: 'partial', action: 'needs_person' },
        reasons: expect.arrayContaining(['issuer_untrusted']),
      });
      await trust((credential.issuer as JsonObject).id);
      expect(await checked(bytesOf(credential))).toMatchObject({
        outcome: 'match',
        action: 'none',
        reasons: ['genuine'],
      });
    },
  );

  it('baked into a PNG is taken out of it', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const baked = bakePng(png, JSON.stringify(others['eddsa-jcs-2022']));
    expect((await brought(baked, 'badge.png')).body.signed).toMatchObject({ achievement: 'Wound care' });
  });

  it('that belongs to somebody else is a mismatch, for a person to look at', async () => {
    const ana = await signedIn(api, { fullName: 'Ana Lestari', email: 'ana@example.org' });
    expect(await checked(bytesOf(others['eddsa-rdfc-2022'] as JsonObject), ana)).toMatchObject({
      ...{ outcome: 'mismatch', action: 'needs_person', reasons: expect.arrayContaining(['holder_differs']) },
    });
  });

  it('that was changed after signing is a mismatch in plain words', async () => {
    const changed = structuredClone(others['eddsa-rdfc-2022'] as JsonObject);
    ((changed.credentialSubject as JsonObject).achievement as JsonObject).name = 'Neurosurgery';
    expect(await checked(bytesOf(changed))).toMatchObject({
      outcome: 'mismatch',
      reasons: ['signature_invalid'],
    });
  });

  it('of an issuer trusted with other kinds of claims is for a person', async () => {
    const credential = others['eddsa-rdfc-2022'] as JsonObject;
    await trust((credential.issuer as JsonObject).id, ['licence']);
    expect(await checked(bytesOf(credential))).toMatchObject({
      ...{
        outcome: 'partial',
        action: 'needs_person',
        reasons: expect.arrayContaining(['issuer_other_kind']),
      },
    });
  });

  it('by name only is for a person', async () => {
    await trust(academy.did);
    const credential = await signed(
      academy,
      aCredential(academy, { credentialSubject: { name: 'Siti Aminah' } }),
    );
    expect(await checked(bytesOf(credential))).toMatchObject({
      ...{
        outcome: 'partial',
        action: 'needs_person',
        reasons: expect.arrayContaining(['holder_by_name_only']),
      },
    });
  });

  it('is revoked by its status list, and could not be checked without it', async () => {
    const list = `${origin}/status/1`;
    const make = (index: number, url = list) =>
      signed(academy, aCredential(academy, { credentialStatus: aStatusEntry(url, index) }));
    listBody = await aStatusList(academy, list, [7]);
    expect(await checked(bytesOf(await make(7)))).toMatchObject({
      outcome: 'revoked',
      action: 'none',
      reasons: ['revoked'],
    });
    listBody = null;
    expect(await checked(bytesOf(await make(7, `${origin}/status/gone`)))).toMatchObject({
      ...{
        run_state: 'unavailable',
        outcome: null,
        action: 'needs_person',
        reasons: ['status_unavailable'],
      },
    });
  });

  it('that points into our own network is not followed', async () => {
    const credential = await signed(
      academy,
      aCredential(academy, { credentialStatus: aStatusEntry('https://169.254.169.254/latest', 1) }),
    );
    expect(await checked(bytesOf(credential))).toMatchObject({
      ...{ run_state: 'refused', action: 'needs_person', reasons: ['address_refused'] },
    });
  });

  it.each([
    ['text that is none', 'hello', 400, 'credential_file.malformed'],
    ['a PDF', '%PDF-1.7 x', 415, 'credential_file.unsupported'],
    ['JSON of another kind', '{"a":1}', 415, 'credential_file.unsupported'],
    ['JSON nested without end', '['.repeat(100_000), 415, 'credential_file.unsupported'],
    ['nothing', '', 400, 'credential_file.malformed'],
  ])('is not %s, and the claim stays as it was', async (_, text, status, code) => {
    const answer = await brought(Buffer.from(text));
    expect(answer).toMatchObject({ status, body: { code } });
    expect((await siti.get<Shown>(`/api/credentials/${answer.id}`)).body).toMatchObject({
      version: 1,
      signed: null,
    });
  });

  it('too large is refused', async () => {
    expect((await brought(Buffer.alloc(11 * 1024 * 1024, 'a'))).status).toBe(413);
  });
});

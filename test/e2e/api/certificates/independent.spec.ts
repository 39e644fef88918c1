import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificates } from '@himpun/certificates';
import { systemActor } from '@himpun/kernel';
import type { JsonObject } from '@himpun/signatures';
import { startApi, type TestApp } from '../../../support/app';
import { aSignedCertificate } from '../../../support/certificates';
import { signedIn, stranger, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

const ROOT = join(__dirname, '../../../..');
const SITE = 'https://himpun.test';

interface Verdict {
  verified: boolean;
  statusVerified: boolean;
  revoked: boolean | null;
  token: JsonObject | null;
}

describe('a certificate before verifiers that others wrote', () => {
  let api: TestApp;
  let holder: TestClient;
  let groupId: string;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    holder = await signedIn(api, { email: 'siti@example.org' });
  });
  afterAll(() => api.close());

  const issued = (): Promise<{ id: string }> =>
    aSignedCertificate(api, { personId: String(holder.personId), groupId });

  it('is accepted, as credential and as token, with nothing but what our public addresses serve', async () => {
    const { id } = await issued();
    const { credential, token, documents } = await served(id);
    const verdict = byOthers(credential, token, documents);
    expect(verdict).toMatchObject({ verified: true, statusVerified: true, revoked: false });
    expect(verdict.token).toMatchObject({
      iss: 'did:web:himpun.test',
      jti: credential.id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
    });
    expect(byCommand(credential, documents)).toMatchObject({
      outcome: 'verified',
      format: 'open-badges-3.0',
    });
    expect(byCommand(token, documents)).toMatchObject({ outcome: 'verified' });
  });

  it('is refused after one letter of the name was changed', async () => {
    const { id } = await issued();
    const { credential, token, documents } = await served(id);
    const forged = JSON.parse(
      JSON.stringify(credential).replace('Siti Nurhaliza', 'Sita Nurhaliza'),
    ) as JsonObject;
    const [header, , signature] = token.split('.');
    const forgedToken = [header, Buffer.from(JSON.stringify(forged)).toString('base64url'), signature].join(
      '.',
    );
    const verdict = byOthers(forged, forgedToken, documents);
    expect(verdict.verified).toBe(false);
    expect(verdict.token).toEqual({ fault: expect.stringMatching(/signature/i) });
    expect(byCommand(forged, documents)).toMatchObject({ outcome: 'invalid' });
  });

  it('is seen to be revoked by whoever asks the status list', async () => {
    const { id } = await issued();
    const before = await served(id);
    await api.app.get(Certificates, { strict: false }).revoke(systemActor('test'), id, 'Issued by mistake');
    const documents = await publicDocuments(before.credential);
    expect(byOthers(before.credential, before.token, documents)).toMatchObject({
      verified: true,
      revoked: true,
    });
    expect(byCommand(before.credential, documents)).toMatchObject({ outcome: 'revoked' });
  });

  it('travels inside its badge picture, PNG and SVG', async () => {
    const { id } = await issued();
    const { documents } = await served(id);
    for (const format of ['png', 'svg']) {
      const picture = await bytes(`/api/certificates/${id}/badge.${format}`);
      expect(byCommand(picture, documents)).toMatchObject({ outcome: 'verified' });
    }
  });

  async function served(id: string): Promise<{
    credential: JsonObject;
    token: string;
    documents: Record<string, JsonObject>;
  }> {
    const credential = JSON.parse(
      (await bytes(`/api/certificates/${id}/credential.json`)).toString(),
    ) as JsonObject;
    const token = (await bytes(`/api/certificates/${id}/credential.jwt`)).toString();
    return { credential, token, documents: await publicDocuments(credential) };
  }

  async function publicDocuments(credential: JsonObject): Promise<Record<string, JsonObject>> {
    const list = String((credential.credentialStatus as JsonObject).statusListCredential);
    const documents: Record<string, JsonObject> = {};
    for (const address of [`${SITE}/.well-known/did.json`, list]) {
      const answer = await stranger(api).get<JsonObject | string>(address.replace(SITE, ''));
      documents[address] = (
        typeof answer.body === 'string' ? JSON.parse(answer.body) : answer.body
      ) as JsonObject;
    }
    return documents;
  }

  async function bytes(path: string): Promise<Buffer> {
    return (await holder.download(path)).body;
  }

  function byOthers(credential: JsonObject, token: string, documents: Record<string, JsonObject>): Verdict {
    const input = JSON.stringify({ credential, token, documents, now: api.clock.now() });
    const script = join(ROOT, 'test/support/independent/issued.mjs');
    return JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8', input })) as Verdict;
  }

  function byCommand(file: JsonObject | string | Buffer, documents: Record<string, JsonObject>): JsonObject {
    const folder = mkdtempSync(join(tmpdir(), 'himpun-issued-'));
    try {
      Object.values(documents).forEach((document, index) =>
        writeFileSync(join(folder, `document-${index}.json`), JSON.stringify(document)),
      );
      const path = join(folder, 'file-to-check');
      writeFileSync(path, Buffer.isBuffer(file) || typeof file === 'string' ? file : JSON.stringify(file));
      const command = [
        'scripts/check-credential.mjs',
        '--at',
        api.clock.now().toISOString(),
        '--documents',
        folder,
      ];
      const line = execFileSync(process.execPath, [...command, path], { cwd: ROOT, encoding: 'utf8' });
      return JSON.parse(line) as JsonObject;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

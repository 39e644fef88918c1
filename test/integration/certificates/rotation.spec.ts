import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '@himpun/signatures';
import { startApi, type TestApp } from '../../support/app';
import { aSignedCertificate } from '../../support/certificates';
import { signedIn, stranger } from '../../support/client';
import { aGroup } from '../../support/groups';

const ROOT = join(__dirname, '../../..');

describe('the command that changes the signing key', () => {
  let api: TestApp;
  let holder: { personId: string; groupId: string };
  beforeAll(async () => {
    api = await startApi();
    holder = { personId: String((await signedIn(api)).personId), groupId: await aGroup(api) };
  });
  afterAll(() => api.close());

  async function rotate(env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
    const command = [
      ...['--no-warnings', '-r', join(ROOT, 'test/support/run-typescript.cjs')],
      ...[join(ROOT, 'apps/api/src/cli.ts'), 'rotate-issuer-key'],
    ];
    return promisify(execFile)(process.execPath, command, {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      cwd: ROOT,
    }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
    );
  }
  const keyOf = (credential: JsonObject | null): string =>
    String((credential?.proof as JsonObject).verificationMethod);
  const listed = async (): Promise<string[]> => {
    const { body } = await stranger(api).get<{ assertionMethod: string[] }>('/.well-known/did.json');
    return body.assertionMethod;
  };
  const stateOf = async (code: string): Promise<string> =>
    (await stranger(api).get<{ state: string }>(`/api/public/checks/${code}`)).body.state;

  it('retires the present one while the portal runs; what it signed holds on, and stays listed', async () => {
    const before = await aSignedCertificate(api, holder);
    const { code, said } = await rotate();
    expect(code).toBe(0);
    const { did, keys } = JSON.parse(said) as { did: string; keys: string[] };
    const after = await aSignedCertificate(api, holder);
    expect([keyOf(after.credential), keyOf(before.credential)]).toEqual(keys.map((key) => `${did}#${key}`));
    expect(await listed()).toEqual([keyOf(after.credential), keyOf(before.credential)]);
    expect(await stateOf(before.code)).toBe('valid');
    expect(await stateOf(after.code)).toBe('valid');
    const trail: { action: string; actor: string }[] = await api.db.query(
      `SELECT action, actor_label AS actor FROM audit_entries WHERE subject_type = 'issuer_key' ORDER BY id`,
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'issuer_key.made',
      'issuer_key.retired',
      'issuer_key.made',
    ]);
    expect(trail.at(-1)?.actor).toContain('issuer.rotate');
  });

  it('changes nothing when it is given another secret than the portal’s', async () => {
    await aSignedCertificate(api, holder);
    const keys = await listed();
    const { code, said } = await rotate({ HIMPUN_SECRET: 'cd'.repeat(32) });
    expect(code).toBe(1);
    expect(said.trim()).not.toBe('');
    expect(await listed()).toEqual(keys);
    expect(await stateOf((await aSignedCertificate(api, holder)).code)).toBe('valid');
  });
});

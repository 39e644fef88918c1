import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startApi, type TestApp } from '../../support/app';
import { aSignedCertificate } from '../../support/certificates';
import { signedIn, type TestClient } from '../../support/client';
import { aGroup } from '../../support/groups';
import { aPdf } from '../../support/sample-files';
import { spawnApi } from '../../support/worker';

const ROOT = join(__dirname, '../../..');
const [SECRET, NEXT] = ['ab'.repeat(32), 'cd'.repeat(32)];
const PLANTED = 'PLANTED-IN-PLAIN';

describe('what is kept sealed', () => {
  let api: TestApp;
  let owner: TestClient;
  beforeAll(async () => {
    api = await startApi();
    owner = await signedIn(api);
  });
  afterAll(() => api.close());

  const command = [
    ...['--no-warnings', '-r', join(ROOT, 'test/support/run-typescript.cjs')],
    ...[join(ROOT, 'apps/api/src/cli.ts'), 'rotate-keys'],
  ];
  const env = (more: Record<string, string>) => ({ ...process.env, NODE_OPTIONS: '', ...more });
  async function rotate(more: Record<string, string> = {}): Promise<{ code: number; said: string }> {
    return promisify(execFile)(process.execPath, command, { env: env(more), cwd: ROOT }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
    );
  }
  const onDisk = (): string[] =>
    readdirSync(join(api.dataDir, 'files/kept'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const upload = async (): Promise<{ id: string; bytes: Buffer }> => {
    const bytes = await aPdf({ text: PLANTED });
    const { body } = await owner.upload<{ id: string }>('/api/files?purpose=evidence', {
      ...{ name: 'Ijazah.pdf', type: 'application/pdf', bytes },
    });
    return { id: body.id, bytes };
  };
  const read = async (id: string): Promise<Buffer> => (await owner.download(`/api/files/${id}`)).body;
  const sealedWith = async (): Promise<{ state: string; files: number }[]> =>
    api.db.query(
      `SELECT k.state, count(*)::int AS files FROM files f JOIN data_keys k ON k.id = f.sealed_with
       WHERE f.owner_person_id = $1 GROUP BY 1 ORDER BY 1`,
      [owner.personId],
    );
  /** Rows with sealed keys but no content: cheap, and there are many of them. */
  const manySealed = async (count: number): Promise<void> => {
    const { id } = await upload();
    // Copies of one row would not open at their own places: each has to be sealed for itself.
    const { Vault } = await import('@himpun/vault');
    const vault = api.app.get(Vault, { strict: false });
    const rows = [];
    for (let n = 0; n < count; n += 1) {
      const made = randomUUID();
      const { sealed, sealedWith: key } = await vault.seal(randomBytes(32), `files.sealed_key:${made}`);
      rows.push({ made, sealed: sealed.toString('hex'), key });
    }
    await api.db.query(
      `INSERT INTO files (id, created_at, owner_person_id, purpose, name, media_type, size, sha256, storage_key, sealed_key, sealed_with)
       SELECT r.made, f.created_at, f.owner_person_id, f.purpose, f.name, f.media_type, 1, f.sha256, r.made,
         decode(r.sealed, 'hex'), r.key
       FROM files f, jsonb_to_recordset($2::jsonb) AS r (made uuid, sealed text, key uuid) WHERE f.id = $1`,
      [id, JSON.stringify(rows)],
    );
  };

  it('lies on disk unreadable, and comes back byte for byte', async () => {
    const { id, bytes } = await upload();
    expect(bytes.includes('%PDF')).toBe(true);
    expect(onDisk().some((path) => readFileSync(path).includes('%PDF'))).toBe(false);
    expect((await read(id)).equals(bytes)).toBe(true);
  });

  it('does not open when rows or contents were exchanged', async () => {
    const [one, other] = [await upload(), await upload()];
    await api.db.query(
      `UPDATE files f SET sealed_key = o.sealed_key FROM files o WHERE f.id = $1 AND o.id = $2`,
      [one.id, other.id],
    );
    expect((await owner.get(`/api/files/${one.id}`)).status).toBe(500);
    expect((await read(other.id)).equals(other.bytes)).toBe(true);
    await api.db.query(
      'UPDATE files SET deleted_at = now(), sealed_key = NULL, sealed_with = NULL WHERE id = $1',
      [one.id],
    );
  });

  it('is sealed afterwards where it was kept in plain, by the command; a content that is not what was kept stays', async () => {
    const bytes = await aPdf({ text: PLANTED });
    const plain = async (content: Buffer): Promise<string> => {
      const [id, key] = [randomUUID(), randomUUID()];
      mkdirSync(join(api.dataDir, 'files/kept', key.slice(0, 2)), { recursive: true });
      writeFileSync(join(api.dataDir, 'files/kept', key.slice(0, 2), key), content);
      await api.db.query(
        `INSERT INTO files (id, created_at, owner_person_id, purpose, name, media_type, size, sha256, storage_key)
         VALUES ($1, now(), $2, 'evidence', 'Lama.pdf', 'application/pdf', $3, $4, $5)`,
        [id, owner.personId, content.length, createHash('sha256').update(bytes).digest(), key],
      );
      return id;
    };
    const [old, changed] = [await plain(bytes), await plain(Buffer.concat([bytes, Buffer.from('x')]))];
    expect((await read(old)).equals(bytes)).toBe(true);
    const { code, said } = await rotate();
    // One could not be sealed: the command says so.
    expect({ code, said }).toMatchObject({ code: 1 });
    expect((await read(old)).equals(bytes)).toBe(true);
    const left: { id: string }[] = await api.db.query(
      'SELECT id FROM files WHERE sealed_key IS NULL AND deleted_at IS NULL',
    );
    expect(left).toEqual([{ id: changed }]);
    expect(onDisk().filter((path) => readFileSync(path).includes('%PDF'))).toHaveLength(1);
    await api.db.query('UPDATE files SET deleted_at = now() WHERE id = $1', [changed]);
  });

  it('is sealed anew by a rotation that is killed half-way and run again; everything opens at every moment', async () => {
    const kept = await upload();
    await manySealed(1_500);
    const child = spawn(process.execPath, [...command, '--batch', '10'], {
      env: env({}),
      cwd: ROOT,
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    let between: { state: string; files: number }[] = [];
    const isBetween = (): boolean =>
      between.some(({ state, files }) => state === 'active' && files >= 20) && between.length === 2;
    while (!isBetween() && child.exitCode === null) between = await sealedWith();
    child.kill('SIGKILL');
    await ended;
    expect((await sealedWith()).map(({ state }) => state)).toEqual(['active', 'retired']);
    expect((await read(kept.id)).equals(kept.bytes)).toBe(true);

    const { code, said } = await rotate();
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ resumed: true, files: { failed: 0 } });
    expect((await sealedWith()).map(({ state }) => state)).toEqual(['active']);
    expect((await read(kept.id)).equals(kept.bytes)).toBe(true);
  });

  it('opens with a former secret until it is sealed with the new one; without either nothing starts', async () => {
    await upload();
    await aSignedCertificate(api, { personId: String(owner.personId), groupId: await aGroup(api) });
    const changed = { HIMPUN_SECRET: NEXT, HIMPUN_SECRET_PREVIOUS: SECRET };
    await expect(spawnApi(api, { HIMPUN_SECRET: NEXT })).rejects.toThrow(
      /HIMPUN_SECRET is not the one it was sealed with/,
    );
    expect(await rotate({ HIMPUN_SECRET: NEXT })).toMatchObject({ code: 1 });
    const report = JSON.parse((await rotate(changed)).said) as { rewrapped: number; issuerKeys: number };
    expect(report.rewrapped).toBeGreaterThanOrEqual(2);
    expect(report.issuerKeys).toBe(1);
    // From now on the former secret is not needed any more, and opens nothing.
    const alone = await rotate({ HIMPUN_SECRET: NEXT });
    expect(alone).toMatchObject({ code: 0, said: expect.stringMatching(/"files\.sealed_key":[1-9]/) });
    await expect(spawnApi(api, { HIMPUN_SECRET: SECRET })).rejects.toThrow(/HIMPUN_SECRET/);
  });
});

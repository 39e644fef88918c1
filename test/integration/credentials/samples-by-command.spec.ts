import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { aCredential, anIssuer, signed } from '@himpun/signatures/testing';

const ROOT = join(__dirname, '..', '..', '..');
let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'command-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function command(...args: string[]) {
  // Without HOME, database or network settings: the command needs none of them.
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: 'postgres://nowhere.invalid/',
    REDIS_URL: 'redis://nowhere.invalid/',
  };
  return spawnSync(process.execPath, ['scripts/check-credential.mjs', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
}

describe('npm run check-credential', () => {
  it('runs from the source and prints lines of JSON', async () => {
    const issuer = anIssuer();
    const file = join(folder, 'credential.json');
    writeFileSync(file, JSON.stringify(await signed(issuer, aCredential(issuer))));
    const typed = relative(ROOT, file);
    const { status, stdout, stderr } = command('--at', '2026-11-21', typed, file);
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => [line.file, line.outcome])).toEqual([
      [typed, 'verified'],
      [file, 'verified'],
    ]);
  });

  it('ends in 2 with one sentence when a file cannot be read', () => {
    const { status, stdout, stderr } = command('no-such-file.json');
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      'Cannot read no-such-file.json: there is no such file.\n',
    ]);
  });

  it('gives up at once on a poison graph and on a bomb', () => {
    const issuer = anIssuer();
    const clique = Array.from({ length: 14 }, (_, n) => ({
      id: `_:b${n}`,
      relatedResource: [],
      'urn:knows': Array.from({ length: 14 }, (_, m) => ({ id: `_:b${m}` })).filter((_, m) => m !== n),
    })).map(({ relatedResource: _none, ...node }) => node);
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      proofPurpose: 'assertionMethod',
      verificationMethod: issuer.method,
      proofValue: `z${'1'.repeat(64)}`,
    };
    const poison = join(folder, 'poison.json');
    writeFileSync(poison, JSON.stringify({ ...aCredential(issuer, { credentialSubject: clique }), proof }));
    const deep = join(folder, 'deep.json');
    writeFileSync(deep, '{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000));
    const { status, stdout } = command(poison, deep);
    expect(status).toBe(0);
    const reasons = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { reasons: string[] }).reasons);
    expect(reasons).toEqual([['too_complex'], ['too_complex']]);
  });
});

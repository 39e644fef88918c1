import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  aCredential,
  aDidDocument,
  anIssuer,
  aStatusEntry,
  aStatusList,
  AT,
  aToken,
  signed,
} from '@himpun/signatures/testing';
import { checkCredential } from './check-credential';

const site = anIssuer('did:web:academy.example');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credentials-'));
  mkdirSync(join(folder, 'documents', 'deep'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await checkCredential(args, {
    now: AT,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, lines: out.map((line) => JSON.parse(line) as Record<string, unknown>), err };
}
function put(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

describe('check-credential', () => {
  it('prints one line per file, in their order, with the name as typed', async () => {
    const good = put('good.json', await signed(site, aCredential(site)));
    const bad = put('bad.txt', 'hello');
    put('documents/deep/did.json', aDidDocument(site));
    const { code, lines, err } = await run('--documents', join(folder, 'documents'), good, bad);
    expect([code, err]).toEqual([0, []]);
    expect(lines).toEqual([
      {
        file: good,
        outcome: 'verified',
        reasons: [],
        issuer: site.did,
        subject: 'did:example:siti',
        format: 'w3c-vc-2.0',
      },
      {
        file: bad,
        outcome: 'invalid',
        reasons: ['not_a_credential'],
        issuer: null,
        subject: null,
        format: 'unknown',
      },
    ]);
  });

  it('takes the moment from --at', async () => {
    const file = put(
      'good.json',
      await signed(anIssuer(), aCredential(anIssuer(), { validUntil: '2026-12-01T00:00:00Z' })),
    );
    const own = anIssuer();
    put('good.json', await signed(own, aCredential(own, { validUntil: '2026-12-01T00:00:00Z' })));
    expect((await run(file)).lines[0]?.outcome).toBe('verified');
    expect((await run('--at', '2027-01-01', file)).lines[0]?.outcome).toBe('expired');
    expect((await run('--at=2025-01-01T00:00:00+07:00', file)).lines[0]?.outcome).toBe('not_yet_valid');
  });

  it('goes on after a file it cannot read, says so once, and ends in 2', async () => {
    const good = put('good.txt', 'hello');
    const { code, lines, err } = await run(join(folder, 'missing.json'), folder, good);
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(err).toEqual([
      `Cannot read ${join(folder, 'missing.json')}: there is no such file.`,
      `Cannot read ${folder}: it is a folder.`,
    ]);
  });

  it.each([
    ['no file', []],
    ['an unknown option', ['--now', 'x']],
    ['a date that is none', ['--at', 'tomorrow', 'x']],
    ['a day that is none', ['--at', '2026-02-31', 'x']],
    ['a folder that is none', ['--documents', '/nowhere/at/all', 'x']],
  ])('ends in 2 with one sentence for %s', async (_what, args) => {
    const { code, lines, err } = await run(...args);
    expect([code, lines.length, err.length]).toEqual([2, 0, 1]);
  });
});

describe('the folder of documents', () => {
  const own = anIssuer();
  const withStatus = (url: string) =>
    signed(own, aCredential(own, { credentialStatus: aStatusEntry(url, 5) }));
  const outcomeWith = async (url: string) => {
    const file = put('credential.json', await withStatus(url));
    return (await run('--documents', join(folder, 'documents'), file)).lines[0]?.outcome;
  };

  it('finds a status list by its id, as JSON or as a token', async () => {
    put('documents/a.json', await aStatusList(own, 'https://own.example/status/1', [5]));
    const { proof: _proof, ...list } = await aStatusList(own, 'https://own.example/status/2', [5]);
    put('documents/b.jwt', aToken(own, list));
    expect(await outcomeWith('https://own.example/status/1')).toBe('revoked');
    expect(await outcomeWith('https://own.example/status/2')).toBe('revoked');
  });

  it('knows a list copied to another host by a name of its own, and by nothing less', async () => {
    put('documents/a.json', await aStatusList(own, 'https://own.example/status/e5WK8CbZ1G', [5]));
    put('documents/b.json', await aStatusList(own, 'https://own.example/status/3', [5]));
    expect(await outcomeWith('https://copy.example/lists/e5WK8CbZ1G')).toBe('revoked');
    expect(await outcomeWith('https://own.example/elsewhere/e5WK8CbZ1G')).toBe('inconclusive');
    expect(await outcomeWith('https://copy.example/lists/3')).toBe('inconclusive');
    put('documents/c.json', await aStatusList(own, 'https://third.example/status/e5WK8CbZ1G', []));
    expect(await outcomeWith('https://copy.example/lists/e5WK8CbZ1G')).toBe('inconclusive');
  });

  it('is not upset by other files', async () => {
    put('documents/broken.json', '{"id": ');
    put('documents/list.json', '[1,2]');
    put('documents/nobody.json', { name: 'no id' });
    expect(await outcomeWith('https://own.example/status/1')).toBe('inconclusive');
  });
});

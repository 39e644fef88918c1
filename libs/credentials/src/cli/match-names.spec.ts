import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchNamesOf } from './match-names';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'names-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function put(content: string | Buffer): string {
  const file = join(folder, 'pairs.csv');
  writeFileSync(file, content);
  return file;
}
function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = matchNamesOf(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}
const ROWS = [
  ['Ana Lestari', 'ANA LESTARI', 'true'],
  ['Dr. Budi Santoso', 'Budi Santoso', 'true'],
  ['Ana Lestari', 'Ana', 'true'],
  ['Budi Santoso', 'Budi Susanto', 'false'],
];
const EXPECTED = {
  pairs: 4,
  alone: { precision: 1, recall: 0.6667 },
  review_share: 0.25,
  decided: 2,
  missed_share: 0,
  other_schemas: 0,
};

describe('match-names', () => {
  it.each([
    ['plain', `name1,name2,is_match\n${ROWS.map((row) => row.join(',')).join('\n')}\n`],
    [
      'with byte order mark, CRLF and quotes',
      `\ufeffname1,name2,is_match\r\n${ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}`,
    ],
    [
      'with other columns in another order, and words in capitals',
      `notes,IS_MATCH,schema,name2, name1\n${ROWS.map(([a, b, c]) => `x,${c?.toUpperCase()},Person,${b},${a}`).join('\n')}`,
    ],
    ['with semicolons', `name1;name2;is_match\n${ROWS.map((row) => row.join(';')).join('\n')}`],
    [
      'with tabs and 1 and 0',
      `name1\tname2\tis_match\n${ROWS.map(([a, b, c]) => [a, b, c === 'true' ? 1 : 0].join('\t')).join('\n')}`,
    ],
  ])('reads a file %s', (_, content) => {
    const { code, out, err } = run(put(content));
    expect([code, err]).toEqual([0, []]);
    expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([EXPECTED]);
  });

  it('leaves out rows that are no persons, and says how many', () => {
    const rows =
      'schema,name1,name2,is_match\nCompany,A Ltd,A Ltd,true\nPerson,Ana Putri,Ana Putri,true\n,Ana Sari,Ana Sari,true\n';
    expect(JSON.parse(run(put(rows)).out[0] ?? '')).toMatchObject({ pairs: 2, other_schemas: 1 });
  });

  it('calls nothing wrong where nothing was decided', () => {
    const { out } = run(put('name1,name2,is_match\nAna,Budi,false\n'));
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ alone: { precision: 1, recall: 0 }, decided: 0 });
  });

  it.each([
    ['no column', 'name1,name2\nAna,Ana\n', 'it has no column is_match'],
    ['no rows', 'name1,name2,is_match\n', 'it has no rows'],
    ['nothing', '', 'it has no rows'],
    ['a label nobody knows', 'name1,name2,is_match\nAna,Ana,maybe\n', 'line 2 says neither true nor false'],
    ['bytes that are no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'no text in UTF-8'],
  ])('ends with 2 and a sentence for a file with %s', (_, content, sentence) => {
    const { code, out, err } = run(put(content));
    expect([code, out]).toEqual([2, []]);
    expect(err.join()).toContain(sentence);
  });

  it('ends with 2 and a sentence without a file, or with one that is not there', () => {
    expect(run()).toMatchObject({ code: 2, out: [] });
    expect(run('--help').code).toBe(2);
    expect(run(join(folder, 'missing.csv')).err.join()).toContain('there is no such file');
    expect(run(folder).err.join()).toContain('it is a folder');
  });

  it('runs by its command', () => {
    const file = put(`name1,name2,is_match\n${ROWS.map((row) => row.join(',')).join('\n')}\n`);
    const { status, stdout } = spawnSync(process.execPath, ['scripts/match-names.mjs', file], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(EXPECTED);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCredential } from '../../../libs/credentials/src/cli/check-credential';

const FOLDER = join(process.env.HIMPUN_SAMPLES ?? '../shared/data', 'pdf-signatures');
const INDEX = join(FOLDER, 'INDEX.md');
const ROOT = join(FOLDER, 'pyhanko-test-root.pem');
const MEANING: [RegExp, string][] = [
  [/^verified against/, 'verified'],
  [/-> inconclusive$|^unsigned/, 'inconclusive'],
  [/^intact signature but bytes after it: changed after signing/, 'mismatch'],
  [/^not verified: a signature is broken/, 'invalid'],
];

const present = existsSync(INDEX);
const rows = present
  ? [...readFileSync(INDEX, 'utf8').matchAll(/^\| ([^|]+\.pdf) \|[^|]*\| ([^|]+) \|/gm)].map(
      ([, file = '', told = '']) => ({
        file: file.trim(),
        outcome: MEANING.find(([words]) => words.test(told.trim()))?.[1] ?? '',
      }),
    )
  : [];

async function outcomeOf(file: string, ...options: string[]): Promise<string> {
  const lines: string[] = [];
  const surroundings = { now: new Date(0), out: (line: string) => lines.push(line), err: fail };
  await checkCredential(['--at', '2026-11-21', ...options, join(FOLDER, file)], surroundings);
  return (JSON.parse(lines[0] ?? '{}') as { outcome: string }).outcome;
}

function fail(line: string): void {
  throw new Error(line);
}

(present ? describe : describe.skip)(
  `signed documents made by others${present ? '' : ' (no folder: set HIMPUN_SAMPLES)'}`,
  () => {
    it('has its fourteen rows', () => expect(rows).toHaveLength(14));

    it.each(rows.map(({ file, outcome }) => [file, outcome]))('%s is %s', async (file, outcome) => {
      expect(await outcomeOf(file, '--roots', ROOT)).toBe(outcome);
    });

    it.each(rows.filter(({ outcome }) => outcome === 'verified').map(({ file }) => file))(
      '%s is for a person where no root is believed',
      async (file) => expect(await outcomeOf(file)).toBe('inconclusive'),
    );
  },
);

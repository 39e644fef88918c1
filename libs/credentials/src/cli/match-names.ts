import { readFileSync, statSync } from 'node:fs';
import type { Surroundings } from './check-credential';
import { figuresOf, readPairs } from './name-pairs';

const USAGE = 'Usage: npm run --silent match-names -- FILE.csv';
const LARGEST_FILE = 256 * 1024 * 1024;

/**
 * `match-names`: how the rule for names does on labelled pairs, as one JSON object. No database, no network.
 * @returns the exit code: 0 when the file was read, 2 with a sentence when it was not
 */
export function matchNamesOf(args: readonly string[], { out, err }: Omit<Surroundings, 'now'>): 0 | 2 {
  const [file, ...more] = args.filter((argument) => argument !== '--');
  if (file === undefined || more.length > 0 || file.startsWith('-')) {
    err(`Give one file. ${USAGE}`);
    return 2;
  }
  try {
    const { pairs, otherSchemas } = readPairs(textOf(file));
    out(JSON.stringify({ ...figuresOf(pairs), other_schemas: otherSchemas }));
    return 0;
  } catch (error) {
    err(`Cannot read ${file}: ${sentenceOf(error)}`);
    return 2;
  }
}

function textOf(file: string): string {
  if (statSync(file).size > LARGEST_FILE) throw new Error('it is larger than 256 MB.');
  const bytes = readFileSync(file);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is no text in UTF-8.');
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder.',
  EACCES: 'permission denied.',
};

function sentenceOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return WHY[code ?? ''] ?? message;
}

import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkSignedCredential, SignedCredentialReport } from '../signed-credential';
import { DocumentsFolder } from './documents-folder';
import { LARGEST_FILE, NO_DOCUMENTS } from '@himpun/signatures';

const USAGE = 'Usage: npm run --silent check-credential -- [--at DATE] [--documents DIR] FILE…';

/** What the command gets from outside: where it writes (standard output and error, or a test's own) and the time. */
export interface Surroundings {
  /** The moment checked for when `--at` is not given. */
  now: Date;
  out(line: string): void;
  err(line: string): void;
}

/**
 * `check-credential`: one line of JSON per file, in the order given. No database, no network.
 * @returns the exit code: 0 whatever the outcomes, 2 when a file could not be read or the command was not understood
 */
export async function checkCredential(args: string[], { out, err, now }: Surroundings): Promise<0 | 2> {
  let command: Command;
  try {
    command = understand(args, now);
  } catch (error) {
    err(`${(error as Error).message} ${USAGE}`);
    return 2;
  }
  let code: 0 | 2 = 0;
  for (const file of command.files) {
    const bytes = read(file);
    if (bytes instanceof Error) {
      err(`Cannot read ${file}: ${bytes.message}`);
      code = 2;
      continue;
    }
    out(line(file, await checkSignedCredential(bytes, command)));
  }
  return code;
}

interface Command {
  files: string[];
  at: Date;
  documents: DocumentsFolder | typeof NO_DOCUMENTS;
}

function understand(args: string[], now: Date): Command {
  const options = { at: { type: 'string' }, documents: { type: 'string' } } as const;
  const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true });
  if (files.length === 0) throw new Error('No file was given.');
  return {
    files,
    at: values.at === undefined ? now : momentFrom(values.at),
    documents: folderFrom(values.documents),
  };
}

/** A day means its first moment, UTC. */
function momentFrom(text: string): Date {
  const date = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(text)
    ? new Date(text)
    : new Date(NaN);
  if (Number.isNaN(date.getTime())) throw new Error(`--at takes a date such as 2026-11-21, not "${text}".`);
  return date;
}

function folderFrom(folder: string | undefined): Command['documents'] {
  if (folder === undefined) return NO_DOCUMENTS;
  try {
    return new DocumentsFolder(folder);
  } catch {
    throw new Error(`--documents takes a folder that can be read, not "${folder}".`);
  }
}

/** A file too large to be a credential is not read whole: its first bytes and its size are enough to say so. */
function read(file: string): Buffer | Error {
  try {
    const stat = statSync(file);
    // A device has no end.
    if (!stat.isFile() && !stat.isFIFO() && !stat.isDirectory()) return new Error('it is not a file.');
    const { size } = stat;
    return size > LARGEST_FILE ? Buffer.alloc(LARGEST_FILE + 1) : readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'permission denied' }[
      code ?? ''
    ];
    return new Error(`${why ?? 'it is not a readable file'}.`);
  }
}

function line(file: string, { outcome, reasons, issuer, subject, format }: SignedCredentialReport): string {
  return JSON.stringify({
    file,
    outcome,
    reasons,
    issuer: issuer.id,
    subject: subject.id ?? subject.name,
    format,
  });
}

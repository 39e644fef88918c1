import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  checkSignedCredential,
  type GivenKey,
  type Outcome,
  type SignedCredentialReport,
} from '../signed-credential';
import { checkSignedPdf, isPdf, type SignedPdfReport } from '../signed-pdf';
import { DocumentsFolder } from './documents-folder';
import { certificatesIn, type DocumentSource, LARGEST_FILE, NO_DOCUMENTS } from '@himpun/signatures';

const USAGE = 'Usage: npm run --silent check-credential -- [--at DATE] [--documents DIR] [--roots PEM] FILE…';

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
    out(JSON.stringify({ file, ...(await answer(file, bytes, command)) }));
  }
  return code;
}

interface Command {
  files: string[];
  at: Date;
  documents: DocumentSource;
  givenFor(file: string): GivenKey[];
  roots: string[];
}

function understand(args: string[], now: Date): Command {
  const options = {
    at: { type: 'string' },
    documents: { type: 'string' },
    roots: { type: 'string', multiple: true },
  } as const;
  const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true });
  if (files.length === 0) throw new Error('No file was given.');
  const folder = folderFrom(values.documents);
  return {
    files,
    at: values.at === undefined ? now : momentFrom(values.at),
    documents: folder ?? NO_DOCUMENTS,
    givenFor: (file) => folder?.givenFor(file) ?? [],
    roots: (values.roots ?? []).map(rootsFrom),
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

/** Root certificates in PEM, one or more in a file; the option may be given several times. */
function rootsFrom(file: string): string {
  const bytes = read(file);
  const pem = bytes instanceof Error ? '' : bytes.toString('latin1');
  if (certificatesIn(pem).length === 0)
    throw new Error(`--roots takes a file of certificates in PEM, not "${file}".`);
  return pem;
}

function folderFrom(folder: string | undefined): DocumentsFolder | undefined {
  if (folder === undefined) return undefined;
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

/** The outcome of one file, as the line tells it. */
interface Answer {
  outcome: Outcome;
  reasons: string[];
  issuer: string | null;
  subject: string | null;
  format: string;
}

async function answer(file: string, bytes: Buffer, command: Command): Promise<Answer> {
  if (isPdf(bytes)) return ofPdf(await checkSignedPdf(bytes, command));
  const options = { ...command, givenKeys: command.givenFor(file) };
  return ofCredential(await checkSignedCredential(bytes, options));
}

function ofCredential({ outcome, reasons, issuer, subject, format }: SignedCredentialReport): Answer {
  return { outcome, reasons, issuer: issuer.id, subject: subject.id ?? subject.name, format };
}

/** The issuer of a document is who signed it first; whom it is about stands in its text. */
function ofPdf({ outcome, reasons, signatures, format }: SignedPdfReport): Answer {
  const first = signatures.find(({ kind, signer }) => kind === 'signature' && signer !== null);
  return { outcome, reasons, issuer: first?.signer?.name ?? null, subject: null, format };
}

import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Answered } from '../source/registry';
import { REGISTRIES, registryNamed } from '../source/registry-list';
import { askedFrom, ClaimUnreadable } from './claim-json';
import { INTERPRET_USAGE } from './interpret-answer.help';

const LARGEST = 16 * 1024 * 1024;

/** What the command gets from outside. */
export interface Outside {
  /** The moment read for when `--at` is not given. */
  now: Date;
  out(line: string): void;
  err(line: string): void;
}

/**
 * `interpret-answer`: reads a stored answer of a registry again, by the code that reads live ones. No database, no network.
 * @returns the exit code: 0 whatever the outcome, 2 when something could not be read or the command was not understood
 */
export function interpretAnswer(args: string[], { out, err, now }: Outside): 0 | 2 {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.help) {
      out(INTERPRET_USAGE);
      return 0;
    }
    const registry = registryNamed(sourceFrom(values.source));
    if (!registry)
      throw new Unreadable(`There is no source "${values.source ?? ''}"; the sources are ${IDS}.`);
    const asked = askedFrom(claimText(values.claim));
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Unreadable('One file with an answer is needed.');
    const day = dayFrom(values.at, now);
    const { run, outcome, fields, reasons } = registry.read(
      answerFrom(file, statusFrom(values.status)),
      asked,
      day,
      null,
    );
    const shown = fields.map(({ field, claimed, found, result, score }) => ({
      ...{ field, claimed, answered: found, result },
      ...(score !== undefined && { score }),
    }));
    out(
      JSON.stringify({
        source: registry.id,
        run,
        outcome,
        fields: shown,
        reasons: reasons.map(({ code }) => code),
      }),
    );
    return 0;
  } catch (error) {
    err(`${(error as Error).message} Try --help.`);
    return 2;
  }
}

const IDS = REGISTRIES.map(({ id }) => id).join(', ');
const OPTIONS = {
  source: { type: 'string' },
  claim: { type: 'string' },
  at: { type: 'string' },
  status: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Other names under which people know the registries. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  nppes: 'npi_registry',
  npi: 'npi_registry',
  fhir: 'fhir_practitioner',
  pddikti: 'diploma_register',
  pisn: 'diploma_register',
  sivil: 'diploma_register',
  diploma: 'diploma_register',
};

class Unreadable extends Error {}

function sourceFrom(text: string | undefined): string {
  const id = (text ?? '').toLowerCase().replaceAll('-', '_');
  return KNOWN_AS[id] ?? id;
}

/** Inline when it begins with a brace, else the path of a file. */
function claimText(given: string | undefined): string {
  if (given === undefined)
    throw new Unreadable('--claim takes the claim as JSON, or the path of a file with it.');
  if (given.trimStart().startsWith('{')) return given;
  try {
    return readFileSync(given, 'utf8');
  } catch {
    throw new ClaimUnreadable(
      `--claim: "${given.slice(0, 80)}" is neither a JSON object nor a file that can be read.`,
    );
  }
}

function dayFrom(text: string | undefined, now: Date): string {
  if (text === undefined) return now.toISOString().slice(0, 10);
  const day = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.exec(text)?.[1];
  const moment = new Date(text);
  if (day === undefined || Number.isNaN(moment.getTime())) {
    throw new Unreadable(`--at takes a date such as 2026-11-21, not "${text}".`);
  }
  return day;
}

function statusFrom(text: string | undefined): number {
  if (text === undefined) return 200;
  if (!/^[1-5]\d\d$/.test(text))
    throw new Unreadable(`--status takes an HTTP status such as 200, not "${text}".`);
  return Number(text);
}

function answerFrom(file: string, status: number): Answered {
  let body: string;
  try {
    const stat = statSync(file);
    if (!stat.isFile() && !stat.isFIFO()) throw new Error('not a file');
    if (stat.size > LARGEST) throw new Error('too large');
    body = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unreadable(
      `Cannot read ${file}: ${code === 'ENOENT' ? 'there is no such file' : (code ?? message)}.`,
    );
  }
  return { status, pages: pagesOf(body) };
}

/** What a check keeps of an answer in pages is a list of Bundles; anything else is one page. */
function pagesOf(body: string): string[] {
  try {
    const json = JSON.parse(body) as unknown;
    const bundles = Array.isArray(json) && json.length > 0 && json.every(isBundle);
    return bundles ? (json as unknown[]).map((page) => JSON.stringify(page)) : [body];
  } catch {
    return [body];
  }
}

function isBundle(page: unknown): boolean {
  return (
    typeof page === 'object' && page !== null && 'resourceType' in page && page.resourceType === 'Bundle'
  );
}

import { parse } from 'csv-parse/sync';
import { matchNames, type NameVerdict } from '@himpun/names';

/** Two names, and whether somebody who knew them called them one person's. */
export interface LabelledPair {
  name1: string;
  name2: string;
  isMatch: boolean;
  category: string;
}

/** How the rule did on labelled pairs. Shares are between 0 and 1, four decimals. */
export interface NameFigures {
  pairs: number;
  /** The band that decides by itself: how many of those it takes are right, and how many of the right ones it takes. */
  alone: { precision: number; recall: number };
  /** Share of all pairs that go to a person. */
  review_share: number;
  /** How many pairs were decided alone; with none, precision is 1 because nothing was wrong. */
  decided: number;
  /** True matches that would be called different names, as a share of all true matches. */
  missed_share: number;
}

const YES = new Set(['true', 't', '1', 'yes', 'y']);
const NO = new Set(['false', 'f', '0', 'no', 'n']);

/**
 * Reads pairs from CSV with a header: `name1`, `name2` and `is_match` in any order, other columns optional. Comma, semicolon
 * or tab; quotes, CRLF and a byte order mark as they come. Rows of another `schema` than Person are counted and left out.
 * @throws Error with a sentence about the first thing that cannot be read
 */
export function readPairs(text: string): { pairs: LabelledPair[]; otherSchemas: number } {
  const rows = parse(text, {
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as { record: Record<string, string | undefined>; info: { lines: number } }[];
  if (rows.length === 0) throw new Error('it has no rows.');
  const missing = ['name1', 'name2', 'is_match'].filter((column) => !(column in (rows[0]?.record ?? {})));
  if (missing.length > 0) throw new Error(`it has no column ${missing.join(', ')}.`);
  const people = rows.filter(({ record }) => (record.schema?.trim().toLowerCase() || 'person') === 'person');
  return {
    pairs: people.map(({ record, info }) => pairOf(record, info.lines)),
    otherSchemas: rows.length - people.length,
  };
}

function delimiterOf(text: string): string {
  const header = text.slice(0, 2000).split(/\r|\n/, 1)[0] ?? '';
  const count = (sign: string): number => header.split(sign).length;
  return [';', '\t'].find((sign) => count(sign) > count(',')) ?? ',';
}

function pairOf(row: Record<string, string | undefined>, line: number): LabelledPair {
  const label = (row.is_match ?? '').trim().toLowerCase();
  if (!YES.has(label) && !NO.has(label)) {
    throw new Error(`line ${line} says neither true nor false in is_match, but "${label.slice(0, 40)}".`);
  }
  return {
    name1: row.name1 ?? '',
    name2: row.name2 ?? '',
    isMatch: YES.has(label),
    category: row.category?.trim() ?? '',
  };
}

/** What the rule makes of labelled pairs. */
export function figuresOf(pairs: readonly LabelledPair[]): NameFigures {
  const judged = pairs.map(({ name1, name2, isMatch }) => ({
    isMatch,
    verdict: matchNames(name1, name2).verdict,
  }));
  const count = (verdict: NameVerdict, isMatch?: boolean): number =>
    judged.filter((pair) => pair.verdict === verdict && (isMatch ?? pair.isMatch) === pair.isMatch).length;
  const matches = pairs.filter(({ isMatch }) => isMatch).length;
  const decided = count('match');
  return {
    pairs: pairs.length,
    alone: {
      precision: decided === 0 ? 1 : share(count('match', true), decided),
      recall: share(count('match', true), matches),
    },
    review_share: share(count('review'), pairs.length),
    decided,
    missed_share: share(count('mismatch', true), matches),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

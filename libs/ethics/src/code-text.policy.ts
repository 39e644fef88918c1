import { createHash } from 'node:crypto';
import type { Bilingual, LocalDate, Reason } from '@himpun/kernel';

/** The words of a code, as written by the association. */
export interface CodeText {
  title: Bilingual;
  preamble: Bilingual;
  clauses: readonly ClauseText[];
}

export interface ClauseText {
  heading: Bilingual;
  text: Bilingual;
  /** Whether a person must tick this clause by itself. */
  mustAcknowledge: boolean;
}

/**
 * The one written form of a code: JSON arrays in fixed order, Unicode NFC, line ends `\n`, outer white space removed. Two
 * texts that a reader would call the same give the same bytes; any other word, order or mark gives others.
 */
export function canonicalText(code: CodeText): string {
  return JSON.stringify([
    both(code.title),
    both(code.preamble),
    code.clauses.map((clause) => [both(clause.heading), both(clause.text), clause.mustAcknowledge]),
  ]);
}

/** SHA-256 of the canonical text, lower-case hex. */
export function textHash(code: CodeText): string {
  return createHash('sha256').update(canonicalText(code), 'utf8').digest('hex');
}

/** Why this text cannot be published: every part needs both languages, and there must be something to acknowledge. */
export function publicationFaults(code: CodeText): Reason[] {
  const missing = [
    ...lacking(code.title, 'title'),
    ...code.clauses.flatMap((clause, index) => [
      ...lacking(clause.heading, `clauses.${index}.heading`),
      ...lacking(clause.text, `clauses.${index}.text`),
    ]),
  ];
  const halfPreamble = (normal(code.preamble.id) === '') !== (normal(code.preamble.en) === '');
  if (halfPreamble) missing.push({ ...LANGUAGE_MISSING, field: 'preamble' });
  return code.clauses.length === 0 ? [...missing, NO_CLAUSES] : missing;
}

/** What members are told of a new edition. */
export interface CodeNotice {
  /** The last day to acknowledge it; the group's rule decides where none is named. */
  acknowledgeBy?: LocalDate | null;
  /** What changed, in a sentence or two. */
  changes?: Bilingual | null;
}

/** Why members cannot be told so: a last day must lie ahead, and what changed is said in both languages. */
export function noticeFaults({ acknowledgeBy, changes }: CodeNotice, today: LocalDate): Reason[] {
  return [
    ...(acknowledgeBy && acknowledgeBy <= today ? [{ ...NOT_AHEAD, field: 'acknowledgeBy' }] : []),
    ...(changes ? lacking(changes, 'changes') : []),
  ];
}

function lacking(text: Bilingual, field: string): Reason[] {
  return normal(text.id) === '' || normal(text.en) === '' ? [{ ...LANGUAGE_MISSING, field }] : [];
}

function both(text: Bilingual): [string, string] {
  return [normal(text.id), normal(text.en)];
}

function normal(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

const LANGUAGE_MISSING: Reason = {
  code: 'language_missing',
  text: {
    id: 'Isi bagian ini dalam bahasa Indonesia dan bahasa Inggris.',
    en: 'Write this part in Indonesian and in English.',
  },
};
const NOT_AHEAD: Reason = {
  code: 'not_ahead',
  text: { id: 'Pilih hari sesudah hari ini.', en: 'Choose a day after today.' },
};
const NO_CLAUSES: Reason = {
  code: 'no_clauses',
  field: 'clauses',
  text: { id: 'Kode etik memerlukan sedikitnya satu pasal.', en: 'A code needs at least one clause.' },
};

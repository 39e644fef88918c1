import type { Requirement } from '@himpun/groups';
import { inLanguage, type Bilingual, type Language } from '@himpun/kernel';
import type { SubmittedContent } from '../application/submitted-content';
import { CLAIM_WORDS, COPY_WORDS, DAY_WORDS, DETAIL_WORDS, KIND_WORDS } from './copy-words';

/** One heading of the copy and what stands under it. */
export interface CopySection {
  title: string;
  rows: { label: string; value: string }[];
}

interface CopySource {
  content: SubmittedContent;
  requirements: readonly Requirement[];
  /** What the evidence files are called, by id. */
  fileNames: Readonly<Record<string, string>>;
}

/** What was sent in, in the order and words in which it was asked; nothing that was left empty is left out. */
export function copySections(source: CopySource, language: Language): CopySection[] {
  const say = (text: Bilingual): string => inLanguage(text, language);
  const { details } = source.content;
  const about = Object.entries(DETAIL_WORDS).map(([key, label]) => ({
    label: say(label),
    value: dated(details[key as keyof typeof DETAIL_WORDS], language),
  }));
  return [
    { title: say(COPY_WORDS.details), rows: about },
    ...source.requirements
      .filter(({ kind }) => kind !== 'ethics')
      .map((requirement) => ({
        title: say(requirement.title),
        rows: rowsOf(requirement, source, language),
      })),
  ].map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({ ...row, value: row.value || say(COPY_WORDS.empty) })),
  }));
}

function rowsOf(requirement: Requirement, source: CopySource, language: Language): CopySection['rows'] {
  const offered = source.content.credentials?.[requirement.id];
  if (offered) return offered.flatMap((one) => credentialRows(one, source.fileNames, language));
  return answerRows(requirement, source.content.answers[requirement.id], language);
}

type Offered = SubmittedContent['credentials'][string][number];

function credentialRows(
  { kind, claim, evidenceFileIds }: Offered,
  fileNames: CopySource['fileNames'],
  language: Language,
): CopySection['rows'] {
  const said = Object.entries(CLAIM_WORDS).flatMap(([key, label]) => {
    const value = claim[key];
    return value === null || value === undefined || value === ''
      ? []
      : [{ label: inLanguage(label, language), value: dated(value, language) }];
  });
  const files = evidenceFileIds.map((id) => fileNames[id] ?? '–').join(', ');
  const what = KIND_WORDS[kind];
  return [
    ...(what ? [{ label: inLanguage(COPY_WORDS.kind, language), value: inLanguage(what, language) }] : []),
    ...said,
    { label: inLanguage(COPY_WORDS.files, language), value: files },
  ];
}

function answerRows(requirement: Requirement, answer: unknown, language: Language): CopySection['rows'] {
  const given = (answer ?? {}) as Record<string, unknown>;
  const say = (text: Bilingual): string => inLanguage(text, language);
  const row = (label: Bilingual, value: string) => ({ label: say(label), value });
  const note = row(COPY_WORDS.note, textOf(given['note']));
  switch (requirement.kind) {
    case 'interest': {
      const chosen = requirement.options.filter(({ code }) => listOf(given['chosen']).includes(code));
      return [row(COPY_WORDS.chosen, chosen.map(({ label }) => say(label)).join(', ')), note];
    }
    case 'availability': {
      const days = listOf(given['days']).map((day) => say(DAY_WORDS[day] ?? { id: day, en: day }));
      return [
        row(COPY_WORDS.hours, textOf(given['hoursPerWeek'])),
        row(COPY_WORDS.days, days.join(', ')),
        note,
      ];
    }
    case 'sponsor':
      return [row(COPY_WORDS.sponsors, listOf(given['names']).join(', '))];
    case 'commitment':
      return [
        row(COPY_WORDS.promise, say(requirement.text)),
        row(COPY_WORDS.accepted, given['accepted'] === true ? say(COPY_WORDS.yes) : ''),
      ];
    default:
      return [];
  }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Calendar days as people write them; everything else as it is. */
function dated(value: unknown, language: Language): string {
  const text = textOf(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${text}T00:00:00Z`));
}

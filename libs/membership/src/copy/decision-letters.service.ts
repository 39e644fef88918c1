import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import {
  DomainError,
  inLanguage,
  systemActor,
  type Actor,
  type Bilingual,
  type Language,
} from '@himpun/kernel';
import { DecisionQueries, type DecisionRecord } from '../decision/decision.queries';
import type { CopySection } from './copy-content';
import { dayOf, paperPdf } from './copy-paper';
import { COPY_WORDS } from './copy-words';
import { LETTER_WORDS } from './decision-letter.words';

/** Decision letters to keep: made when asked for from the decision, which never changes. */
@Injectable()
export class DecisionLetters {
  constructor(
    private readonly sql: Sql,
    private readonly decisions: DecisionQueries,
  ) {}

  /**
   * What a mail about a decision says; null where it is gone. The reader is its applicant, so no officer is named.
   * @param applicantId the person whom the mail goes to.
   */
  async forMail(applicantId: string, applicationId: string, decisionId: string): Promise<Bilingual[] | null> {
    const reader: Actor = { ...systemActor('mail'), kind: 'person', personId: applicantId };
    try {
      const last = await this.decisions.why(reader, applicationId);
      const record = last.id === decisionId ? last : await this.decisions.why(reader, applicationId, 'first');
      return record.id === decisionId ? letterParagraphs(record) : null;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  /** A4, of the last decision or the first. @throws decision.not_found for everybody else, and before one was taken */
  async pdf(
    actor: Actor,
    applicationId: string,
    language: Language,
    instance: 'last' | 'first' = 'last',
  ): Promise<Buffer> {
    const record = await this.decisions.why(actor, applicationId, instance);
    const group = await this.sql.row<{ color: string | null; contactEmail: string | null }>(
      'SELECT primary_color AS color, contact_email AS "contactEmail" FROM groups WHERE id = $1',
      [record.groupId],
    );
    const say = (text: Bilingual): string => inLanguage(text, language);
    const contact = group?.contactEmail;
    return paperPdf({
      title: say(LETTER_WORDS.title),
      reference: record.reference,
      groupName: say({ id: record.groupNameId, en: record.groupNameEn }),
      groupColor: group?.color ?? null,
      head: [
        ...headRows(record, language),
        ...(contact ? [{ label: say(COPY_WORDS.contact), value: contact }] : []),
      ],
      sections: letterSections(record, language),
      language,
    });
  }
}

/** The letter as a mail writes it, paragraph by paragraph in both languages. */
export function letterParagraphs(record: DecisionRecord): Bilingual[] {
  const [id, en] = [letterSections(record, 'id'), letterSections(record, 'en')];
  return id.flatMap((section, place) => {
    const other = en[place] as CopySection;
    const rows = section.rows.map((row, line) => ({
      id: `${row.label}: ${row.value}`,
      en: `${other.rows[line]?.label}: ${other.rows[line]?.value}`,
    }));
    return [{ id: section.title, en: other.title }, ...rows];
  });
}

function headRows(record: DecisionRecord, language: Language): CopySection['rows'] {
  const say = (text: Bilingual): string => inLanguage(text, language);
  const outcome = say(LETTER_WORDS[record.outcome]);
  return [
    { label: say(COPY_WORDS.reference), value: record.reference },
    { label: say(COPY_WORDS.grade), value: say({ id: record.gradeNameId, en: record.gradeNameEn }) },
    { label: say(LETTER_WORDS.decided), value: dayOf(record.decidedOn, language) },
    {
      label: say(LETTER_WORDS.outcome),
      value: record.isAppeal ? `${outcome}. ${say(LETTER_WORDS.onAppeal)}.` : outcome,
    },
    { label: say(LETTER_WORDS.rule), value: String(record.ruleVersion) },
  ];
}

/** Reasons, then each requirement with its result and why, then what to do next and until when one may appeal. */
export function letterSections(record: DecisionRecord, language: Language): CopySection[] {
  const say = (text: Bilingual): string => inLanguage(text, language);
  const reasons = record.reasons.map(({ text }) => ({ label: say(LETTER_WORDS.reason), value: say(text) }));
  const note = record.note === '' ? [] : [{ label: say(LETTER_WORDS.note), value: record.note }];
  return [
    { title: say(LETTER_WORDS.reasons), rows: [...reasons, ...note] },
    {
      title: say(LETTER_WORDS.criteria),
      rows: record.requirements.map(({ title, result, reasons: why }) => ({
        label: say(title),
        value: [`${say(LETTER_WORDS[result])}.`, ...why.map(({ text }) => say(text))].join(' '),
      })),
    },
    { title: say(LETTER_WORDS.next), rows: nextRows(record, language) },
  ];
}

function nextRows(record: DecisionRecord, language: Language): CopySection['rows'] {
  const say = (text: Bilingual): string => inLanguage(text, language);
  const now = say(LETTER_WORDS.whatNow);
  if (record.outcome === 'approved') return [{ label: now, value: say(LETTER_WORDS.begin) }];
  const appeal = record.appealUntil
    ? say(LETTER_WORDS.appealText).replace('{day}', dayOf(record.appealUntil, language))
    : say(LETTER_WORDS.noAppeal);
  return [
    { label: now, value: say(LETTER_WORDS.again) },
    { label: say(LETTER_WORDS.appeal), value: appeal },
  ];
}

import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Actor, Bilingual } from '@himpun/kernel';
import {
  clauseDiffs,
  wordMarks,
  type ClauseDiff,
  type NumberedClause,
  type WordMark,
} from './code-diff.policy';
import { Codes, type ClauseLine, type CodeEdition } from './codes.service';

/** One clause of the comparison. */
export interface ClauseChangeLine {
  change: ClauseDiff['change'];
  /** From 1; null where the edition lacks it. */
  position: number | null;
  positionBefore: number | null;
  heading: Bilingual;
  /** The text with what stayed, came and went. */
  words: { id: WordMark[]; en: WordMark[] };
}

/** A newer edition beside the one that the reader knows. */
export interface CodeChanges {
  edition: number;
  /** The edition it is compared with; null where there is none. */
  sinceEdition: number | null;
  clauses: ClauseChangeLine[];
}

/** What changed between editions. */
@Injectable()
export class CodeChangesQueries {
  constructor(
    private readonly sql: Sql,
    private readonly codes: Codes,
  ) {}

  /** Compared with the newest earlier edition that the reader acknowledged, or else the one before. @throws code.not_found */
  async of(actor: Actor, codeId: string): Promise<CodeChanges> {
    const code = await this.codes.get(codeId);
    const before = await this.known(actor, code);
    if (!before) return { edition: code.edition, sinceEdition: null, clauses: [] };
    const diffs = clauseDiffs(before.clauses.map(numbered), code.clauses.map(numbered));
    return { edition: code.edition, sinceEdition: before.edition, clauses: diffs.map(lineOf) };
  }

  private async known(actor: Actor, { groupId, edition }: CodeEdition): Promise<CodeEdition | null> {
    const row = await this.sql.row<{ id: string }>(
      `SELECT c.id FROM codes c LEFT JOIN acknowledgements a ON a.code_id = c.id AND a.person_id = ANY ((SELECT same_person($3))::uuid[])
       WHERE c.group_id = $1 AND c.edition < $2 ORDER BY (a.id IS NOT NULL) DESC, c.edition DESC LIMIT 1`,
      [groupId, edition, actor.personId],
    );
    return row && this.codes.get(row.id);
  }
}

function numbered(clause: ClauseLine): NumberedClause {
  return {
    position: clause.position,
    mustAcknowledge: clause.mustAcknowledge,
    heading: { id: clause.headingId, en: clause.headingEn },
    text: { id: clause.textId, en: clause.textEn },
  };
}

function lineOf({ change, before, after }: ClauseDiff): ClauseChangeLine {
  const [old, now] = [before?.text, after?.text];
  return {
    change,
    position: after?.position ?? null,
    positionBefore: before?.position ?? null,
    heading: after?.heading ?? before?.heading ?? { id: '', en: '' },
    words: { id: wordMarks(old?.id ?? '', now?.id ?? ''), en: wordMarks(old?.en ?? '', now?.en ?? '') },
  };
}

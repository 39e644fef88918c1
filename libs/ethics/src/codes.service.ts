import { Injectable } from '@nestjs/common';
import {
  Clock,
  DomainError,
  forbidden,
  holdsPower,
  newId,
  notFound,
  plusDays,
  type Actor,
  type Language,
  type LocalDate,
} from '@himpun/kernel';
import { Sql, Transactions } from '@himpun/database';
import { AuditTrail } from '@himpun/audit';
import { Outbox } from '@himpun/outbox';
import { GroupQueries, StandingRules } from '@himpun/groups';
import type { EntityManager } from 'typeorm';
import { CodeClause } from './code-clause.entity';
import {
  noticeFaults,
  publicationFaults,
  textHash,
  type CodeNotice,
  type CodeText,
} from './code-text.policy';
import { Code } from './code.entity';
import type { CodePublished } from './ethics.events';

/** One edition to read. */
export interface CodeEdition {
  id: string;
  groupId: string;
  edition: number;
  titleId: string;
  titleEn: string;
  preambleId: string;
  preambleEn: string;
  textHash: string;
  publishedAt: Date;
  /** The last day for members to acknowledge it, and what changed; null where nothing was said. */
  acknowledgeBy: LocalDate | null;
  changesId: string | null;
  changesEn: string | null;
  clauses: ClauseLine[];
}

export interface ClauseLine {
  id: string;
  position: number;
  headingId: string;
  headingEn: string;
  textId: string;
  textEn: string;
  mustAcknowledge: boolean;
}

/** How a person acknowledged an edition. */
export interface AcknowledgementLine {
  id: string;
  codeId: string;
  language: Language;
  textHash: string;
  acknowledgedAt: Date;
}

const EDITION = `c.id, c.group_id AS "groupId", c.edition, c.title_id AS "titleId", c.title_en AS "titleEn",
  c.preamble_id AS "preambleId", c.preamble_en AS "preambleEn", c.text_hash AS "textHash", c.created_at AS "publishedAt",
  c.acknowledge_by::text AS "acknowledgeBy", c.changes_id AS "changesId", c.changes_en AS "changesEn",
  (SELECT json_agg(json_build_object('id', l.id, 'position', l.position, 'headingId', l.heading_id,
     'headingEn', l.heading_en, 'textId', l.text_id, 'textEn', l.text_en, 'mustAcknowledge', l.must_acknowledge)
     ORDER BY l.position) FROM code_clauses l WHERE l.code_id = c.id) AS clauses`;

/** The newest edition of the group itself, or else of the nearest group above that has one; `$1` is the group's id. */
export const CURRENT_CODE = `SELECT c.id FROM groups g JOIN codes c ON c.group_id = ANY(g.path) WHERE g.id = $1
  ORDER BY array_position(g.path, c.group_id) DESC, c.edition DESC LIMIT 1`;

/** The codes of ethics and their editions. */
@Injectable()
export class Codes {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly rules: StandingRules,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes the next edition of a group's code; from then on its text is fixed. Returns its id.
   * @throws group.not_found, code.forbidden, code.incomplete (with reasons), code.conflict for the text that holds already
   */
  async publish(actor: Actor, groupId: string, text: CodeText, notice: CodeNotice = {}): Promise<string> {
    const group = await this.groups.get(groupId);
    if (!holdsPower(actor, 'ethics.publish', group.path)) throw forbidden('code');
    return this.transactions.run((tx) => this.publishIn(tx, actor, groupId, text, notice));
  }

  /** The same inside the caller's transaction and without asking for a power: for the founding of an association. */
  async publishIn(
    tx: EntityManager,
    actor: Actor,
    groupId: string,
    text: CodeText,
    notice: CodeNotice = {},
  ): Promise<string> {
    const faults = [...publicationFaults(text), ...noticeFaults(notice, this.clock.today())];
    if (faults.length > 0) throw new DomainError('code.incomplete', INCOMPLETE, faults);
    // One publication at a time per group: the edition is counted under this lock.
    await tx.query('SELECT 1 FROM groups WHERE id = $1 FOR NO KEY UPDATE', [groupId]);
    const next = await this.nextEdition(tx, groupId, textHash(text));
    const acknowledgeBy = notice.acknowledgeBy ?? (next > 1 ? await this.lastDay(tx, groupId) : null);
    const id = newId();
    const createdAt = this.clock.now();
    await tx.insert(Code, {
      id,
      createdAt,
      groupId,
      edition: next,
      titleId: text.title.id,
      titleEn: text.title.en,
      preambleId: text.preamble.id,
      preambleEn: text.preamble.en,
      textHash: textHash(text),
      acknowledgeBy,
      changesId: notice.changes?.id ?? null,
      changesEn: notice.changes?.en ?? null,
      publishedBy: actor.personId,
    });
    await tx.insert(CodeClause, clauseRows(text, id, createdAt));
    await this.audit.record(tx, actor, {
      action: 'code.published',
      subjectType: 'code',
      subjectId: id,
      groupId,
      details: { edition: next, textHash: textHash(text), acknowledgeBy },
    });
    const news: CodePublished = { type: 'ethics.code_published', payload: { codeId: id, groupId } };
    await this.outbox.announce(tx, news.type, news.payload);
    return id;
  }

  /** The text that holds already is not published again: two clicks, or two officers at once, make one edition. */
  private async nextEdition(tx: EntityManager, groupId: string, hash: string): Promise<number> {
    const [newest]: { edition: number; textHash: string }[] = await tx.query(
      'SELECT edition, text_hash AS "textHash" FROM codes WHERE group_id = $1 ORDER BY edition DESC LIMIT 1',
      [groupId],
    );
    if (newest?.textHash === hash)
      throw new DomainError('code.conflict', UNCHANGED, [], { edition: newest.edition });
    return (newest?.edition ?? 0) + 1;
  }

  private async lastDay(tx: EntityManager, groupId: string): Promise<LocalDate> {
    const { rule } = await this.rules.of(tx, groupId);
    return plusDays(this.clock.today(), rule.acknowledgement.withinDays);
  }

  /** The edition that the members of a group are bound by now; null where nobody above published one. */
  async current(groupId: string): Promise<CodeEdition | null> {
    return this.sql.row<CodeEdition & Record<string, unknown>>(
      `SELECT ${EDITION} FROM codes c WHERE c.id = (${CURRENT_CODE})`,
      [groupId],
    );
  }

  /** @throws code.not_found */
  async get(codeId: string): Promise<CodeEdition> {
    const row = await this.sql.row<CodeEdition & Record<string, unknown>>(
      `SELECT ${EDITION} FROM codes c WHERE c.id = $1`,
      [codeId],
    );
    if (!row) throw notFound('code');
    return row;
  }

  /** A person's acknowledgement of one edition, or null. */
  acknowledgedBy(personId: string, codeId: string): Promise<AcknowledgementLine | null> {
    return this.sql.row<AcknowledgementLine & Record<string, unknown>>(
      `SELECT id, code_id AS "codeId", language, text_hash AS "textHash", created_at AS "acknowledgedAt"
       FROM acknowledgements WHERE person_id = ANY ((SELECT same_person($1))::uuid[]) AND code_id = $2 ORDER BY created_at LIMIT 1`,
      [personId, codeId],
    );
  }
}

function clauseRows(text: CodeText, codeId: string, createdAt: Date): Partial<CodeClause>[] {
  return text.clauses.map((clause, index) => ({
    id: newId(),
    createdAt,
    codeId,
    position: index + 1,
    headingId: clause.heading.id,
    headingEn: clause.heading.en,
    textId: clause.text.id,
    textEn: clause.text.en,
    mustAcknowledge: clause.mustAcknowledge,
  }));
}

const INCOMPLETE = {
  id: 'Kode etik ini belum lengkap. Perbaiki yang ditandai.',
  en: 'This code is not complete yet. Correct what is marked.',
};
const UNCHANGED = {
  id: 'Teks ini sama dengan edisi yang berlaku. Ubah dahulu, lalu terbitkan.',
  en: 'This text is the edition in force already. Change it first, then publish.',
};

import { Injectable } from '@nestjs/common';
import { Clock, DomainError, forbidden, newId, notFound, type Actor, type Language } from '@himpun/kernel';
import { Sql } from '@himpun/database';
import { AuditTrail } from '@himpun/audit';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { acknowledgementGaps, type MarkedClause } from './acknowledgement.policy';
import { CURRENT_CODE } from './codes.service';
import type { CodeAcknowledged } from './ethics.events';

/** What a person says about an edition they have read. */
export interface NewAcknowledgement {
  /** The language it was read in. */
  language: Language;
  /** The clauses ticked one by one. */
  clauseIds: readonly string[];
}

/** Remembers who acknowledged which text, in which language and when. */
@Injectable()
export class Acknowledgements {
  constructor(
    private readonly sql: Sql,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Acknowledges the current edition of a code; doing it twice changes nothing. Joins the caller's transaction, because a
   * membership may begin in it. Returns the acknowledgement's id.
   * @throws code.not_found, code.stale (a newer edition is current), acknowledgement.incomplete (with reasons)
   */
  async acknowledge(
    tx: EntityManager,
    actor: Actor,
    codeId: string,
    said: NewAcknowledgement,
  ): Promise<{ id: string; groupId: string }> {
    if (!actor.personId) throw forbidden('code');
    const code = await this.currentCode(tx, codeId);
    const clauses: MarkedClause[] = await tx.query(
      `SELECT id, position, must_acknowledge AS "mustAcknowledge" FROM code_clauses WHERE code_id = $1 ORDER BY position`,
      [codeId],
    );
    const gaps = acknowledgementGaps(clauses, said.clauseIds);
    if (gaps.length > 0) throw new DomainError('acknowledgement.incomplete', INCOMPLETE, gaps);
    const id = newId();
    const [made]: { id: string }[] = await tx.query(
      `INSERT INTO acknowledgements (id, created_at, person_id, code_id, text_hash, language, clause_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT acknowledgements_once DO NOTHING RETURNING id`,
      [
        id,
        this.clock.now(),
        actor.personId,
        codeId,
        code.textHash,
        said.language,
        [...new Set(said.clauseIds)],
      ],
    );
    if (!made) return { id: await this.earlier(tx, actor.personId, codeId), groupId: code.groupId };
    await this.announce(tx, actor, actor.personId, { ...code, codeId, id, language: said.language });
    return { id, groupId: code.groupId };
  }

  /** Whether a person has acknowledged the edition that is current for a group; false where there is none. */
  async has(tx: EntityManager | null, personId: string, groupId: string): Promise<boolean> {
    const text = `SELECT EXISTS (SELECT 1 FROM acknowledgements a
      WHERE a.person_id = ANY ((SELECT same_person($2))::uuid[]) AND a.code_id = (${CURRENT_CODE})) AS has`;
    const rows: { has: boolean }[] = tx
      ? await tx.query(text, [groupId, personId])
      : await this.sql.rows<{ has: boolean }>(text, [groupId, personId]);
    return rows[0]?.has ?? false;
  }

  private async currentCode(
    tx: EntityManager,
    codeId: string,
  ): Promise<{ groupId: string; edition: number; textHash: string }> {
    const [code]: { groupId: string; edition: number; textHash: string; newest: number }[] = await tx.query(
      `SELECT group_id AS "groupId", edition, text_hash AS "textHash",
              (SELECT max(edition) FROM codes o WHERE o.group_id = c.group_id) AS newest
       FROM codes c WHERE id = $1`,
      [codeId],
    );
    if (!code) throw notFound('code');
    if (code.newest !== code.edition)
      throw new DomainError('code.stale', OUTDATED, [], { edition: code.newest });
    return code;
  }

  private async earlier(tx: EntityManager, personId: string, codeId: string): Promise<string> {
    const [row]: { id: string }[] = await tx.query(
      'SELECT id FROM acknowledgements WHERE person_id = $1 AND code_id = $2',
      [personId, codeId],
    );
    return (row as { id: string }).id;
  }

  private async announce(
    tx: EntityManager,
    actor: Actor,
    personId: string,
    made: {
      id: string;
      codeId: string;
      groupId: string;
      edition: number;
      textHash: string;
      language: Language;
    },
  ): Promise<void> {
    const { id, codeId, groupId, edition, textHash, language } = made;
    await this.audit.record(tx, actor, {
      action: 'code.acknowledged',
      subjectType: 'code',
      subjectId: codeId,
      groupId,
      details: { acknowledgementId: id, edition, textHash, language },
    });
    const news: CodeAcknowledged = {
      type: 'ethics.code_acknowledged',
      payload: { acknowledgementId: id, personId, groupId, codeId },
    };
    await this.outbox.announce(tx, news.type, news.payload);
  }
}

const INCOMPLETE = {
  id: 'Masih ada pasal yang belum ditandai.',
  en: 'Some clauses are not marked yet.',
};
const OUTDATED = {
  id: 'Edisi baru kode etik sudah terbit. Muat ulang halaman ini lalu baca edisi yang berlaku.',
  en: 'A newer edition of the code has been published. Reload this page and read the current edition.',
};

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import type { DisclosureRequirement } from '@himpun/groups';
import { Clock, DomainError, newId, notFound, stale, type Actor } from '@himpun/kernel';
import type { Sealed } from '@himpun/vault';
import type { EntityManager } from 'typeorm';
import { refusals } from '../application/application-refusals';
import { isApplicant, mayChange } from '../application/application.access';
import { ownApplication, type OwnApplication } from '../application/own-application';
import { ownFiles } from './disclosure-rows';
import { DisclosureSeals } from './disclosure-seals';
import { disclosureFaults, filesFaults, needsPerson, type DisclosureAnswer } from './disclosure.policy';

/** Answers as the applicant sends them. */
export interface NewDisclosure {
  answers: DisclosureAnswer[];
  evidenceFileIds: readonly string[];
  /** The id of the answers that the writer saw; null for none. */
  replaces: string | null;
}

/** One's own answers. */
export interface OwnDisclosure {
  /** Null while nothing is answered. */
  id: string | null;
  answers: DisclosureAnswer[];
  evidence: { id: string; name: string; size: number }[];
}

type Row = Sealed & { id: string; evidence: OwnDisclosure['evidence'] } & Record<string, unknown>;

/** $1 application, $2 requirement. */
const NEWEST = `SELECT d.id, d.sealed_answers AS sealed, d.sealed_with AS "sealedWith",
    coalesce((SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size) ORDER BY f.id) FROM files f
      WHERE f.id = ANY (d.evidence_file_ids) AND f.deleted_at IS NULL), '[]') AS evidence
  FROM disclosures d WHERE d.application_id = $1 AND d.requirement_id = $2 AND d.erased_at IS NULL
  ORDER BY d.id DESC LIMIT 1`;

/** Applicants answer the questions of a disclosure; what they write is kept sealed. */
@Injectable()
export class OwnDisclosures {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly seals: DisclosureSeals,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One's own answers; looking at them leaves no record. @throws application.not_found */
  async get(actor: Actor, applicationId: string, requirementId: string): Promise<OwnDisclosure> {
    const own = await this.sql.row<{ personId: string }>(
      'SELECT person_id AS "personId" FROM applications WHERE id = $1',
      [applicationId],
    );
    if (!own || !isApplicant(actor, own)) throw notFound('application');
    const row = await this.sql.row<Row>(NEWEST, [applicationId, requirementId]);
    if (!row) return { id: null, answers: [], evidence: [] };
    const { answers } = await this.seals.open(row.id, row);
    return { id: row.id, answers, evidence: row.evidence };
  }

  /**
   * Answers in place of what was written before; what was sent in already stays beside it. Returns the new answers' id.
   * @throws application.not_found, requirement.not_found, application.section_closed, disclosure.invalid (reasons),
   *   disclosure.stale (current: id)
   */
  async answer(
    actor: Actor,
    applicationId: string,
    requirementId: string,
    { answers, evidenceFileIds, replaces }: NewDisclosure,
  ): Promise<string> {
    const id = newId();
    const fileIds = [...new Set(evidenceFileIds)];
    const sealed = await this.seals.seal(id, { answers, text: '' });
    return this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      const requirement = disclosureOf(own, requirementId);
      const faults = [
        ...disclosureFaults(requirement, answers),
        ...filesFaults(fileIds.length, await ownFiles(tx, own.personId, fileIds)),
      ];
      if (faults.length > 0) throw new DomainError('disclosure.invalid', INVALID, faults);
      await this.replace(tx, own.id, requirementId, replaces);
      await tx.query(
        `INSERT INTO disclosures (id, created_at, person_id, group_id, application_id, requirement_id, needs_person,
           evidence_file_ids, sealed_answers, sealed_with) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[id, this.clock.now(), own.personId, own.groupId, own.id, requirementId, needsPerson(answers)],
          ...[fileIds, sealed.sealed, sealed.sealedWith],
        ],
      );
      await this.audit.record(tx, actor, {
        action: 'disclosure.answered',
        subjectType: 'disclosure',
        subjectId: id,
        groupId: own.groupId,
      });
      return id;
    });
  }

  /** Drops what was never sent in, after making sure that the writer saw it. */
  private async replace(
    tx: EntityManager,
    applicationId: string,
    requirementId: string,
    seen: string | null,
  ): Promise<void> {
    const [newest]: { id: string }[] = await tx.query(NEWEST, [applicationId, requirementId]);
    if ((newest?.id ?? null) !== seen) throw stale('disclosure', { id: newest?.id ?? null });
    await tx.query(
      'DELETE FROM disclosures WHERE application_id = $1 AND requirement_id = $2 AND submitted_at IS NULL',
      [applicationId, requirementId],
    );
  }
}

function disclosureOf(own: OwnApplication, requirementId: string): DisclosureRequirement {
  const requirement = own.requirements.find(({ id }) => id === requirementId);
  if (requirement?.kind !== 'disclosure') throw notFound('requirement');
  if (!mayChange(own, requirementId)) throw refusals.partClosed();
  return requirement;
}

const INVALID = {
  id: 'Jawaban ini belum lengkap. Perbaiki yang ditandai.',
  en: 'These answers are not complete. Correct what is marked.',
};

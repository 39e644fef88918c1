import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, DomainError, newId, notFound, type Actor, type Bilingual } from '@himpun/kernel';
import { PrivateReads, type Sealed } from '@himpun/vault';
import type { EntityManager } from 'typeorm';
import type { DisclosureVerdict } from '../requirement/requirement-facts';
import { CaseReaders } from '../review/case-readers.service';
import { takeUp } from '../review/reviewed-application';
import { DisclosureSeals } from './disclosure-seals';
import { assessmentFaults, type NewAssessment } from './disclosure.policy';

/** A disclosure of a case as officers see it before they open it. */
export interface CaseDisclosure {
  id: string;
  requirementId: string;
  needsPerson: boolean;
  answeredAt: Date;
  isErased: boolean;
  /** Whether this officer has opened it. */
  isRead: boolean;
  assessment: {
    verdict: DisclosureVerdict;
    reason: string;
    conditions: string | null;
    assessedBy: string;
    at: string;
  } | null;
}

/** What stands in a disclosure, opened for a reader who is on record. */
export interface OpenedDisclosure {
  answers: { question: Bilingual; yes: boolean; explanation: string }[];
  text: string;
  evidence: { id: string; name: string; mediaType: string; size: number }[];
}

type Row = Sealed & {
  id: string;
  personId: string;
  groupId: string;
  questions: { id: string; text: Bilingual }[] | null;
  evidence: OpenedDisclosure['evidence'];
} & Record<string, unknown>;

/** The newest sent-in answers of each requirement. $1 application, $2 reader. */
const OF_CASE = `SELECT DISTINCT ON (d.requirement_id) d.id, d.requirement_id AS "requirementId", d.needs_person AS "needsPerson",
    d.submitted_at AS "answeredAt", d.erased_at IS NOT NULL AS "isErased",
    EXISTS (SELECT 1 FROM private_reads r WHERE r.subject_type = 'disclosure' AND r.subject_id = d.id
      AND r.owner_person_id = ANY (same_person(d.person_id)) AND r.reader_person_id = $2) AS "isRead",
    (SELECT json_build_object('verdict', x.verdict, 'reason', x.reason, 'conditions', x.conditions,
        'assessedBy', p.full_name, 'at', x.created_at)
      FROM disclosure_assessments x JOIN people p ON p.id = x.assessed_by WHERE x.disclosure_id = d.id
      ORDER BY x.id DESC LIMIT 1) AS assessment
  FROM disclosures d WHERE d.application_id = $1 AND d.submitted_at IS NOT NULL ORDER BY d.requirement_id, d.id DESC`;

const OPENED = (
  condition: string,
): string => `SELECT d.id, d.person_id AS "personId", d.group_id AS "groupId",
    d.sealed_answers AS sealed, d.sealed_with AS "sealedWith",
    (SELECT q->'questions' FROM applications a JOIN admission_rules r ON r.id = a.rule_id, jsonb_array_elements(r.requirements) q
      WHERE a.id = d.application_id AND q->>'id' = d.requirement_id) AS questions,
    coalesce((SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) ORDER BY f.id)
      FROM files f WHERE f.id = ANY (d.evidence_file_ids) AND f.deleted_at IS NULL), '[]') AS evidence
  FROM disclosures d WHERE ${condition} AND d.submitted_at IS NOT NULL AND d.erased_at IS NULL`;

/** Officers read and assess what was disclosed; each reading is on record and shown to the person. */
@Injectable()
export class DisclosureReviews {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly readers: CaseReaders,
    private readonly seals: DisclosureSeals,
    private readonly reads: PrivateReads,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What there is, without its contents. @throws application.not_found, application.forbidden */
  async ofCase(actor: Actor, applicationId: string): Promise<CaseDisclosure[]> {
    await this.readers.assertMayRead(actor, applicationId);
    return this.sql.rows<CaseDisclosure & Record<string, unknown>>(OF_CASE, [applicationId, actor.personId]);
  }

  /** Opens it, once who reads it is on record. @throws application.not_found, application.forbidden, disclosure.not_found */
  async read(actor: Actor, applicationId: string, disclosureId: string): Promise<OpenedDisclosure> {
    await this.readers.assertMayRead(actor, applicationId);
    const row = await this.sql.row<Row>(OPENED('d.id = $1 AND d.application_id = $2'), [
      disclosureId,
      applicationId,
    ]);
    return this.opened(actor, row, { type: 'application', id: applicationId });
  }

  /** The same for a case about standing, whose reader the caller has made sure of. @throws disclosure.not_found */
  async readOfMember(actor: Actor, disclosureId: string, caseId: string): Promise<OpenedDisclosure> {
    const row = await this.sql.row<Row>(OPENED('d.id = $1 AND d.membership_id IS NOT NULL'), [disclosureId]);
    return this.opened(actor, row, { type: 'standing_case', id: caseId });
  }

  /**
   * Puts down what a reviewer makes of it; nobody assesses what they have not read, and a later word stands beside the earlier.
   * @throws application.not_found, application.forbidden, disclosure.not_found, disclosure.closed, disclosure.unread_conflict,
   *   disclosure_assessment.refused (with reasons)
   */
  async assess(
    actor: Actor,
    applicationId: string,
    disclosureId: string,
    assessment: NewAssessment,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const reviewed = await takeUp(tx, actor, 'review', applicationId, null);
      if (reviewed.state !== 'submitted') throw new DomainError('disclosure.closed', NOT_NOW);
      await this.assertRead(tx, actor, applicationId, disclosureId);
      const faults = assessmentFaults(assessment);
      if (faults.length > 0) throw new DomainError('disclosure_assessment.refused', REFUSED, faults);
      await tx.query(
        `INSERT INTO disclosure_assessments (id, created_at, disclosure_id, verdict, reason, conditions, assessed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[newId(), this.clock.now(), disclosureId, assessment.verdict, assessment.reason.trim()],
          ...[assessment.conditions?.trim() ?? null, actor.personId],
        ],
      );
      await this.audit.record(tx, actor, {
        action: 'application.disclosure_assessed',
        subjectType: 'application',
        subjectId: applicationId,
        groupId: reviewed.groupId,
        details: { disclosureId, verdict: assessment.verdict },
      });
    });
  }

  private async assertRead(
    tx: EntityManager,
    actor: Actor,
    applicationId: string,
    disclosureId: string,
  ): Promise<void> {
    const rows: { id: string; needsPerson: boolean; isRead: boolean }[] = await tx.query(OF_CASE, [
      applicationId,
      actor.personId,
    ]);
    const found = rows.find(({ id }) => id === disclosureId);
    if (!found?.needsPerson) throw notFound('disclosure');
    if (!found.isRead) throw new DomainError('disclosure.unread_conflict', UNREAD);
  }

  private async opened(
    actor: Actor,
    row: Row | null,
    origin: { type: string; id: string },
  ): Promise<OpenedDisclosure> {
    if (!row) throw notFound('disclosure');
    const { answers, text } = await this.seals.open(row.id, row);
    await this.transactions.run((tx) =>
      this.reads.record(tx, actor, {
        ...{ ownerPersonId: row.personId, subjectType: 'disclosure', subjectId: row.id },
        ...{ reason: 'case_review', groupId: row.groupId, origin },
      }),
    );
    const wordsOf = (id: string): Bilingual =>
      row.questions?.find((question) => question.id === id)?.text ?? { id, en: id };
    return {
      answers: answers.map(({ questionId, yes, explanation }) => ({
        question: wordsOf(questionId),
        yes,
        explanation,
      })),
      text,
      evidence: row.evidence,
    };
  }
}

const NOT_NOW = {
  id: 'Pengungkapan ini tidak sedang dinilai. Muat ulang halaman.',
  en: 'This disclosure is not being reviewed now. Reload the page.',
};
const UNREAD = {
  id: 'Baca dulu yang diungkapkan, lalu nilai.',
  en: 'Read what was disclosed before you assess it.',
};
const REFUSED = {
  id: 'Penilaian ini belum lengkap. Perbaiki yang ditandai.',
  en: 'This assessment is not complete. Correct what is marked.',
};

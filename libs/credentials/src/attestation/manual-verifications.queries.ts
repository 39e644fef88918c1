import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Actor, LocalDate } from '@himpun/kernel';
import { maySeeCheck } from '../check/check.access';
import type { CheckOutcome } from '../check/check.states';
import type { VerificationMethod } from './manual-verification.policy';

/** One verification by a person, as officers read it. */
export interface VerificationLine extends Record<string, unknown> {
  id: string;
  checkId: string;
  personId: string;
  groupPath: string[];
  verifierId: string;
  verifier: string;
  at: Date;
  method: VerificationMethod;
  outcome: CheckOutcome;
  note: string;
  verifiedOn: LocalDate;
  spokenWith: string | null;
  contact: string | null;
  contactFoundAt: string | null;
  warnings: string[];
  evidenceFileId: string | null;
  needsSecond: boolean;
  /** Whether it still waits for its second reader. */
  isAwaiting: boolean;
  reader: string | null;
  readAt: Date | null;
  agrees: boolean | null;
  readNote: string | null;
}

/** Reads of verifications by persons; not for the person concerned, who reads what came of them with the check. */
@Injectable()
export class ManualVerificationQueries {
  constructor(private readonly sql: Sql) {}

  /** Those of one check, newest first; none for who may not see them. */
  async ofCheck(actor: Actor, checkId: string): Promise<VerificationLine[]> {
    const rows = await this.sql.rows<VerificationLine>(
      `SELECT v.id, v.check_id AS "checkId", k.person_id AS "personId", g.path AS "groupPath",
         v.verifier_id AS "verifierId", p.full_name AS verifier, v.created_at AS at, v.method, v.outcome, v.note,
         v.verified_on::text AS "verifiedOn", v.spoken_with AS "spokenWith", v.contact,
         v.contact_found_at AS "contactFoundAt", v.warnings, v.evidence_file_id AS "evidenceFileId",
         v.needs_second AS "needsSecond",
         v.needs_second AND r.verification_id IS NULL AND coalesce(k.acted_at < v.created_at, true)
           AND NOT EXISTS (SELECT 1 FROM manual_verifications n WHERE n.check_id = v.check_id AND n.id > v.id)
           AS "isAwaiting",
         reader.full_name AS reader, r.created_at AS "readAt", r.agrees, r.note AS "readNote"
       FROM manual_verifications v JOIN checks k ON k.id = v.check_id JOIN groups g ON g.id = k.group_id
         JOIN people p ON p.id = v.verifier_id LEFT JOIN manual_readings r ON r.verification_id = v.id
         LEFT JOIN people reader ON reader.id = r.reader_id
       WHERE v.check_id = $1 ORDER BY v.id DESC`,
      [checkId],
    );
    return rows.filter((row) => actor.personId !== row.personId && maySeeCheck(actor, row));
  }
}

import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, notFound, type Actor } from '@himpun/kernel';
import { assertMayReview } from './review.access';

interface Read extends Record<string, unknown> {
  personId: string;
  groupPath: string[];
  conflictedIds: string[];
}

const CASE = `SELECT a.person_id AS "personId", g.path AS "groupPath",
    ARRAY(SELECT present_person(c.person_id) FROM review_conflicts c WHERE c.application_id = a.id) AS "conflictedIds"
  FROM applications a JOIN groups g ON g.id = a.group_id WHERE a.id = $1 AND a.submitted_at IS NOT NULL`;

/** Only a file that is evidence of this case; a second look changes nothing. */
const MARK = `INSERT INTO review_file_views (application_id, person_id, file_id, created_at)
  SELECT DISTINCT a.application_id, $2::uuid, e.file_id, $4::timestamptz
  FROM application_credentials a JOIN credential_evidence e ON e.credential_id = a.credential_id
  WHERE a.application_id = $1 AND e.file_id = $3
  ON CONFLICT (application_id, person_id, file_id) DO UPDATE SET created_at = review_file_views.created_at
  RETURNING file_id`;

/** Officers who look at a case; looking assigns nothing and changes nothing of the case. */
@Injectable()
export class CaseReaders {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Whether the actor may look; returns whose case it is. @throws application.not_found, application.forbidden (own case, declared conflict) */
  async assertMayRead(actor: Actor, applicationId: string): Promise<{ personId: string }> {
    const row = await this.sql.row<Read>(CASE, [applicationId]);
    if (!row) throw notFound('application');
    assertMayReview(actor, 'review', row);
    return { personId: row.personId };
  }

  /** Notes that the officer has looked at a file of the case. @throws application.not_found, file.not_found */
  async markSeen(actor: Actor, applicationId: string, fileId: string): Promise<void> {
    await this.assertMayRead(actor, applicationId);
    const marked = await this.sql.row(MARK, [applicationId, actor.personId, fileId, this.clock.now()]);
    if (!marked) throw notFound('file');
  }
}

import { notFound, type Actor } from '@himpun/kernel';
import type { Requirement } from '@himpun/groups';
import type { EntityManager } from 'typeorm';
import { lockPersonOf } from '../membership/memberships.service';
import { isApplicant } from './application.access';
import type { KeptAnswer, Returned } from './application.entity';
import type { ApplicationState } from './application.states';

/** An application in its applicant's hands, locked until the transaction ends. */
export interface OwnApplication {
  id: string;
  version: number;
  reference: string;
  personId: string;
  groupId: string;
  groupPath: string[];
  zone: string;
  gradeId: string;
  state: ApplicationState;
  answers: Record<string, KeptAnswer>;
  returned: Returned | null;
  /** A draft follows the grade's current rule; once submitted it keeps the one it was judged by. */
  ruleId: string;
  requirements: Requirement[];
  /** Working days within which that rule promises a decision. */
  promisedDays: number;
  /** Working days left when it was sent back. */
  daysLeft: number | null;
}

const OWN = `SELECT a.id, a.version, a.reference, a.person_id AS "personId", a.group_id AS "groupId", g.path AS "groupPath",
    g.zone, a.grade_id AS "gradeId", a.state, a.answers, a.returned, r.id AS "ruleId", r.requirements,
    r.promised_days AS "promisedDays", a.days_left AS "daysLeft"
  FROM applications a JOIN groups g ON g.id = a.group_id
  JOIN LATERAL (SELECT * FROM admission_rules WHERE CASE a.state WHEN 'draft' THEN grade_id = a.grade_id
    ELSE id = a.rule_id END ORDER BY version DESC LIMIT 1) r ON true
  WHERE a.id = $1 FOR UPDATE OF a`;

/**
 * The application for a change by its applicant; the person is locked before the application, as everywhere.
 * @throws application.not_found for everybody else
 */
export async function ownApplication(
  tx: EntityManager,
  actor: Actor,
  applicationId: string,
): Promise<OwnApplication> {
  await lockPersonOf(tx, applicationId);
  const [own]: OwnApplication[] = await tx.query(OWN, [applicationId]);
  if (!own || !isApplicant(actor, own)) throw notFound('application');
  return own;
}

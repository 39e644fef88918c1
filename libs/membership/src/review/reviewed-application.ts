import { notFound, stale, type Actor } from '@himpun/kernel';
import type { DecisionRule, Requirement } from '@himpun/groups';
import type { EntityManager } from 'typeorm';
import type { CorrectionItem, KeptAnswer } from '../application/application.entity';
import type { ApplicationState } from '../application/application.states';
import { lockPersonOf } from '../membership/memberships.service';
import { assertMayReview, type ReviewAct } from './review.access';

/** An application in the hands of an officer, locked until the transaction ends. */
export interface ReviewedApplication {
  id: string;
  version: number;
  reference: string;
  personId: string;
  groupId: string;
  groupPath: string[];
  zone: string;
  state: ApplicationState;
  assignedTo: string | null;
  ruleId: string;
  answers: Record<string, KeptAnswer>;
  dueOn: string | null;
  daysLeft: number | null;
  returned: { items: CorrectionItem[] } | null;
  requirements: Requirement[];
  /** Who takes the decision by the rule. */
  decision: DecisionRule;
  conflictedIds: string[];
  /** Who took part in the decision that is appealed against. */
  decidedIds: string[];
  /** The appeal that it waits on; null where there is none. */
  appealId: string | null;
}

/** Of an open case `a`: who took part in its first decision. Only an appeal opens a decided case again. */
export const DECIDED_IDS = `CASE WHEN a.state IN ('submitted', 'returned')
    THEN ARRAY(SELECT present_person(m.person_id) FROM decision_members m WHERE m.application_id = a.id) ELSE '{}' END AS "decidedIds"`;

const REVIEWED = `SELECT a.id, a.version, a.reference, a.person_id AS "personId", a.group_id AS "groupId", g.path AS "groupPath",
    g.zone, a.state, a.assigned_to AS "assignedTo", a.rule_id AS "ruleId", a.answers, a.returned,
    a.due_on::text AS "dueOn", a.days_left AS "daysLeft", r.requirements, r.decision,
    ARRAY(SELECT present_person(c.person_id) FROM review_conflicts c WHERE c.application_id = a.id) AS "conflictedIds",
    ${DECIDED_IDS}, (SELECT p.id FROM appeals p WHERE p.application_id = a.id) AS "appealId"
  FROM applications a JOIN groups g ON g.id = a.group_id JOIN admission_rules r ON r.id = a.rule_id
  WHERE a.id = $1 AND a.state <> 'draft' FOR UPDATE OF a`;

/**
 * Takes an application up for an officer's act: locks the person and then the application, asks whether the officer may,
 * and whether they look at its present version.
 * @param version the version that the officer saw; null to skip the question.
 * @throws application.not_found, application.forbidden, application.stale
 */
export async function takeUp(
  tx: EntityManager,
  actor: Actor,
  act: ReviewAct,
  applicationId: string,
  version: number | null,
): Promise<ReviewedApplication> {
  await lockPersonOf(tx, applicationId);
  const [reviewed]: ReviewedApplication[] = await tx.query(REVIEWED, [applicationId]);
  if (!reviewed) throw notFound('application');
  assertMayReview(actor, act, reviewed);
  if (version !== null && version !== reviewed.version) {
    const { state, assignedTo } = reviewed;
    throw stale('application', { version: reviewed.version, state, assignedTo });
  }
  return reviewed;
}

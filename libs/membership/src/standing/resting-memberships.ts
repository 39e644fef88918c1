import { LINE_OF } from '@himpun/credentials';
import type { Requirement } from '@himpun/groups';
import type { LocalDate } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { KeptAnswer } from '../application/application.entity';
import type { MembershipStatus } from '../membership/standing.policy';
import type { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { requirementResults } from '../requirement/requirements.policy';

/** A membership whose admission rests on a credential. */
export interface RestingRow {
  membershipId: string;
  personId: string;
  groupId: string;
  status: MembershipStatus | 'none';
  requirementIds: string[];
  applicationId: string;
  answers: Record<string, KeptAnswer>;
  requirements: Requirement[];
  isSuspendedForIt: boolean;
}

/** $1 credential, $2 group, $3 now. What took the place of a credential carries what rested on that. */
const RESTING = `${LINE_OF}
  SELECT m.id AS "membershipId", m.person_id AS "personId", m.group_id AS "groupId",
    coalesce((SELECT d.status FROM membership_periods d WHERE d.membership_id = m.id AND d.starts_at <= $3
      AND (d.ends_at IS NULL OR d.ends_at > $3)), 'none') AS status,
    ARRAY(SELECT o.requirement_id FROM application_credentials o
      WHERE o.application_id = a.id AND o.credential_id IN (SELECT id FROM line) ORDER BY 1) AS "requirementIds",
    a.id AS "applicationId", a.answers, r.requirements,
    EXISTS (SELECT 1 FROM standing_cases s WHERE s.membership_id = m.id AND s.credential_id IN (SELECT id FROM line)
      AND s.verdict = 'suspend') AS "isSuspendedForIt"
  FROM memberships m JOIN applications a ON a.id = m.application_id JOIN admission_rules r ON r.id = a.rule_id
  WHERE m.group_id = $2
    AND EXISTS (SELECT 1 FROM application_credentials o WHERE o.application_id = a.id AND o.credential_id IN (SELECT id FROM line))
  FOR UPDATE OF m`;

/** The memberships of a group that rest on a credential; nobody else is touched by what happens to it. Locks them. */
export function restingMemberships(
  tx: EntityManager,
  credentialId: string,
  groupId: string,
  now: Date,
): Promise<RestingRow[]> {
  return tx.query<RestingRow[]>(RESTING, [credentialId, groupId, now]);
}

/** Whether all that the credential was offered for is met without it, as admission judged it then, by the facts of today. */
export async function isStillMet(
  tx: EntityManager,
  facts: RequirementFactsQueries,
  row: RestingRow,
  today: LocalDate,
): Promise<boolean> {
  const { applicationId: id, personId, groupId, answers, requirementIds } = row;
  const gathered = await facts.ofToday(tx, { id, personId, groupId, answers });
  const concerned = row.requirements.filter((requirement) => requirementIds.includes(requirement.id));
  return requirementResults(concerned, gathered, today).every(({ result }) => result === 'met');
}

import type { Requirement, RequirementKind } from '@himpun/groups';
import type { LocalDate } from '@himpun/kernel';
import { requirementResults, type RequirementResult } from '../requirement/requirements.policy';

/** What an applicant does only after approval; it never stands in the way of a decision, and nobody may waive it. */
const AFTER_APPROVAL: ReadonlySet<RequirementKind> = new Set(['ethics']);

/** Whether a requirement is asked only after approval. */
export function followsApproval(requirement: { kind: RequirementKind }): boolean {
  return AFTER_APPROVAL.has(requirement.kind);
}

/** What an approved applicant still has to do before membership begins; empty when it can begin now. */
export function admissionGaps(
  requirements: readonly Requirement[],
  acknowledged: boolean,
  today: LocalDate,
): RequirementResult[] {
  const facts = { credentials: {}, answers: {}, acknowledged, waivers: {} };
  return requirementResults(requirements.filter(followsApproval), facts, today).filter(
    ({ result }) => result !== 'met',
  );
}

import type { Requirement, RequirementKind } from '@himpun/groups';
import type { LocalDate, Reason } from '@himpun/kernel';
import type { Judgement, RequirementFacts } from './requirement-facts';
import { judge } from './requirement-rules.policy';

/** Whether one requirement is met, and why. */
export interface RequirementResult extends Judgement {
  requirementId: string;
  kind: RequirementKind;
}

/**
 * One result per requirement, in the rule's order. The task list, the refusal to submit, the reviewer's screen and the
 * replay of a decision all ask here. Pure: the same rule, facts and day give the same answer.
 */
export function requirementResults(
  requirements: readonly Requirement[],
  facts: RequirementFacts,
  today: LocalDate,
): RequirementResult[] {
  return requirements.map((requirement) => {
    const base = { requirementId: requirement.id, kind: requirement.kind };
    const waiver = facts.waivers[requirement.id];
    if (waiver) return { ...base, result: 'waived', reasons: [waiver] };
    return { ...base, ...judge(requirement, facts, today) };
  });
}

/**
 * What stands in the way of submitting: every requirement not met if each claim were taken at its word. What a check said
 * against a claim is for the reviewer to weigh and blocks nobody; the code of ethics comes after approval. Questions of a
 * disclosure must be answered, whatever the answer.
 */
export function submissionGaps(
  requirements: readonly Requirement[],
  facts: RequirementFacts,
  today: LocalDate,
): Reason[] {
  const atTheirWord = Object.fromEntries(
    Object.entries(facts.credentials).map(([id, offered]) => [
      id,
      offered.map((credential) => ({ ...credential, standing: 'unchecked' as const })),
    ]),
  );
  return requirementResults(requirements, { ...facts, credentials: atTheirWord }, today)
    .filter(({ result, reasons }) => result === 'not_met' || reasons.some(({ code }) => code === UNANSWERED))
    .flatMap(({ requirementId, reasons }) => reasons.map((reason) => ({ ...reason, field: requirementId })));
}

const UNANSWERED = 'disclosure_missing';

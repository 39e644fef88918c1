import { canonicalJson } from '@himpun/signatures';
import type { DecisionRule, Requirement } from '@himpun/groups';
import type { LocalDate, Reason } from '@himpun/kernel';
import { followsApproval } from '../membership/admission.policy';
import type { RequirementFacts } from '../requirement/requirement-facts';
import { requirementResults, type RequirementResult } from '../requirement/requirements.policy';
import { decisionReason, type DecisionOutcome } from './decision-reasons';
import { faults } from './decision-faults';

/** A requirement lifted for this one applicant, and why. */
export interface Waiver {
  requirementId: string;
  reason: string;
}

/** What an officer wants to decide. */
export interface DecisionWish {
  /** Set of what a bot decides: it may give reasons that are a rule's alone. */
  byRule?: boolean;
  outcome: DecisionOutcome;
  reasonCodes: readonly string[];
  /** Free text to the applicant; empty for none. */
  note: string;
  waivers: readonly Waiver[];
}

/** The facts with the waivers that the officer gives. Waivers of requirements that are met anyway change nothing but are kept out. */
export function withWaivers(facts: RequirementFacts, waivers: readonly Waiver[]): RequirementFacts {
  const given = waivers.map(({ requirementId, reason }): [string, Reason] => [
    requirementId,
    { code: 'waived_by_officer', text: { id: `Dikecualikan: ${reason}`, en: `Waived: ${reason}` } },
  ]);
  return { ...facts, waivers: { ...facts.waivers, ...Object.fromEntries(given) } };
}

/** Who takes the decision: as the rule says, but two officers where one would do and an assessment found a concern. */
export function decisionRuleFor(
  rule: DecisionRule,
  facts: Pick<RequirementFacts, 'disclosures'>,
): DecisionRule {
  const found = Object.values(facts.disclosures ?? {});
  if (rule.kind !== 'officer' || !found.some(({ assessment }) => assessment?.verdict === 'concern'))
    return rule;
  return { ...rule, kind: 'two_persons' };
}

/** Requirements that stand in the way of an approval: pending or not met, other than what follows approval. */
export function approvalGaps(results: readonly RequirementResult[]): RequirementResult[] {
  return results.filter(
    (line) => !followsApproval(line) && (line.result === 'pending' || line.result === 'not_met'),
  );
}

/** Why the decision cannot be taken like this; empty when it can. */
export function decisionFaults(
  wish: DecisionWish,
  requirements: readonly Requirement[],
  facts: RequirementFacts,
  today: LocalDate,
): Reason[] {
  return [
    ...reasonFaults(wish),
    ...(wish.byRule ? [] : disclosureFaults(requirements, facts)),
    ...waiverFaults(wish, requirements, facts, today),
    ...(wish.outcome === 'approved' ? gapFaults(wish, requirements, facts, today) : []),
  ];
}

/** Whether two lists of results say the same, however their JSON was ordered. */
export function sameResults(one: readonly RequirementResult[], other: readonly RequirementResult[]): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function reasonFaults({ outcome, reasonCodes, note, byRule = false }: DecisionWish): Reason[] {
  if (reasonCodes.length === 0) return [faults.noReason()];
  const entries = reasonCodes.map(decisionReason);
  if (entries.some((entry) => entry?.outcome !== outcome || (entry.byRule && !byRule))) {
    return [faults.foreignReason()];
  }
  return entries.some((entry) => entry?.needsNote) && note.trim() === '' ? [faults.noteMissing()] : [];
}

/** What somebody disclosed is read and assessed by a person before anything is decided, for them or against them. */
function disclosureFaults(requirements: readonly Requirement[], facts: RequirementFacts): Reason[] {
  return requirements.flatMap(({ id, title }) => {
    const fact = facts.disclosures?.[id];
    return fact?.needsPerson && !fact.assessment ? [faults.disclosureUnassessed(id, title)] : [];
  });
}

function waiverFaults(
  { outcome, waivers }: DecisionWish,
  requirements: readonly Requirement[],
  facts: RequirementFacts,
  today: LocalDate,
): Reason[] {
  if (outcome === 'rejected') return waivers.length > 0 ? [faults.waiverOfRejected()] : [];
  const results = requirementResults(requirements, facts, today);
  return waivers.flatMap(({ requirementId, reason }) => {
    const line = results.find((result) => result.requirementId === requirementId);
    if (!line || followsApproval(line)) return [faults.waiverImpossible(requirementId)];
    if (line.result === 'met') return [faults.waiverNeedless(requirementId)];
    return reason.trim() === '' ? [faults.waiverUnexplained(requirementId)] : [];
  });
}

function gapFaults(
  wish: DecisionWish,
  requirements: readonly Requirement[],
  facts: RequirementFacts,
  today: LocalDate,
): Reason[] {
  const results = requirementResults(requirements, withWaivers(facts, wish.waivers), today);
  return approvalGaps(results).map((gap) => {
    const title = requirements.find(({ id }) => id === gap.requirementId)?.title;
    return faults.requirementOpen(gap.requirementId, title ?? { id: '', en: '' }, gap.result === 'pending');
  });
}

import { approvalGaps } from '../decision/decision.policy';
import type { RequirementResult } from '../requirement/requirements.policy';

/** How a case stands under a rule: nothing in the way; something still pending; something not met. */
export type RuleVerdict = 'met' | 'pending' | 'not_met';

/** What another rule would make of a case; `may_meet` where what was not met would only be pending. */
export type RuleEffect = 'now_meets' | 'may_meet' | 'no_longer_meets' | 'unchanged';

/** What becomes of open cases: they stay under their rule, all move to the new one, or only those that gain by it. */
export type OpenCases = 'keep' | 'move' | 'move_gaining';

/** How a case stands, by the results of one rule. */
export function verdictOf(results: readonly RequirementResult[]): RuleVerdict {
  const gaps = approvalGaps(results);
  if (gaps.length === 0) return 'met';
  return gaps.some(({ result }) => result === 'not_met') ? 'not_met' : 'pending';
}

/** What the change from one verdict to another means for the case. */
export function effectOf(before: RuleVerdict, after: RuleVerdict): RuleEffect {
  if (before === after) return 'unchanged';
  if (after === 'met') return 'now_meets';
  return before === 'not_met' ? 'may_meet' : 'no_longer_meets';
}

/** Whether a case with this effect moves to the new rule. */
export function moves(choice: OpenCases, effect: RuleEffect): boolean {
  if (choice === 'move_gaining') return effect === 'now_meets' || effect === 'may_meet';
  return choice === 'move';
}

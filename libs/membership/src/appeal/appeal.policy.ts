import { appealDays, type DecisionRule } from '@himpun/groups';
import { plusDays, type LocalDate } from '@himpun/kernel';

/** A decision as far as the right to appeal goes. */
export interface AppealableDecision {
  outcome: 'approved' | 'rejected';
  decidedOn: LocalDate;
  decision: DecisionRule;
  /** Whether this decision was itself taken on an appeal. */
  isAppeal: boolean;
}

/** The last day on which one may appeal; null where one may not: an approval, or a decision on an appeal. */
export function appealUntil({
  outcome,
  decidedOn,
  decision,
  isAppeal,
}: AppealableDecision): LocalDate | null {
  return outcome === 'rejected' && !isAppeal ? plusDays(decidedOn, appealDays(decision)) : null;
}

/** Whether one may appeal today; the last day counts, and there is one appeal. */
export function mayAppeal(decided: AppealableDecision, hasAppealed: boolean, today: LocalDate): boolean {
  const until = appealUntil(decided);
  return until !== null && !hasAppealed && today <= until;
}

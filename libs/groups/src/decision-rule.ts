/** How large a share of the votes for and against an approval needs: more than half, two thirds, all. */
export type Majority = 'simple' | 'two_thirds' | 'unanimous';

/** What becomes of a seat when an officer declares a conflict: another officer takes it, or it stays empty. */
export type OnRecusal = 'replace' | 'vacant';

/** Officers with the power to decide vote; each vote takes one of the seats. */
export interface PanelRule {
  kind: 'panel';
  /** Seats, 2 to 15. */
  size: number;
  /** Votes that must be cast, abstentions included, 2 to `size`; no recusal lowers it. */
  quorum: number;
  majority: Majority;
  onRecusal: OnRecusal;
}

/** Who takes a decision: one officer; two who agree; a panel. */
export type DecisionRule = ({ kind: 'officer' } | { kind: 'two_persons' } | PanelRule) & {
  /** Calendar days in which a rejected applicant may appeal, 7 to 365; 30 when absent. */
  appealDays?: number;
};

/** What holds where a rule says nothing. */
export const ONE_OFFICER: DecisionRule = { kind: 'officer' };

const APPEAL_DAYS = 30;

/** Calendar days in which a rejected applicant may appeal. */
export function appealDays(rule: DecisionRule): number {
  return rule.appealDays ?? APPEAL_DAYS;
}

export { DECISION_REASONS, type DecisionOutcome, type DecisionReason } from './decision-reasons';
export type * from './decision.events';
export type { DecisionWish, Waiver } from './decision.policy';
export * from './decision.queries';
export * from './decisions.service';

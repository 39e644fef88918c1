export * from './assignments.service';
export {
  BATCH_REFUSALS,
  BATCH_REFUSAL_TEXTS,
  MOST_IN_BATCH,
  type BatchRefusal,
} from './bulk-assignment.policy';
export * from './bulk-assignments.service';
export * from './case-readers.service';
export type { CaseStage } from './case-stage.policy';
export * from './corrections.service';
export { DETAILS } from './correction.policy';
export * from './pinned-notes.service';
export type { ViewProblem } from './queue-view.policy';
export * from './queue-views.queries';
export * from './queue-views.service';
export * from './review-case.queries';
export * from './review-conflicts.queries';
export * from './review-queue.filter';
export * from './review-queue.queries';
export type * from './review.events';
export * from './submission-changes.policy';

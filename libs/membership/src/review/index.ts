export * from './assignments.service';
export * from './corrections.service';
export { DETAILS } from './correction.policy';
export * from './review-case.queries';
export * from './review-conflicts.queries';
export * from './review-queue.queries';
export type * from './review.events';
export * from './submission-changes.policy';

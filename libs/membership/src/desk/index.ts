export * from './case-escalations.service';
export type { DeskSettings, OwnDay } from './desk.policy';
export * from './desks.service';
export type { PromisedStage } from './stage-promise.policy';

export type { OpenCases, RuleEffect, RuleVerdict } from './rule-change.policy';
export * from './rule-changes.service';

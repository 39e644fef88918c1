export type { OpenCases, RuleEffect, Verdict } from './rule-change.policy';
export * from './rule-changes.service';

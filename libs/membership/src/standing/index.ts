export type { Proposal, Verdict } from './consequence.policy';
export * from './standing-cases.queries';
export * from './standing-cases.service';
export * from './standing-watch.service';

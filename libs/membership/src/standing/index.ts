export type { Proposal, Verdict } from './consequence.policy';
export * from './standing-cases.queries';
export * from './standing-cases.service';
export * from './credential-uses.queries';
export * from './renewal-watch.service';
export * from './standing-watch.service';

export * from './admissions.service';
export type { NewMembership } from './membership-rows';
export type * from './membership.events';
export * from './membership.queries';
export { Memberships } from './memberships.service';
export type { MembershipStatus, Standing } from './standing.policy';
export { countingYear, memberNumber } from './member-number.policy';

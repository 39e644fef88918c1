export { SponsorDeadlines } from './sponsor-deadlines.service';
export { SponsorNaming } from './sponsor-naming.service';
export type * from './sponsor.events';
export * from './sponsorship.queries';
export { Sponsorships } from './sponsorships.service';

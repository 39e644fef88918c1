export type { DisclosureAnswer, NewAssessment } from './disclosure.policy';
export * from './disclosure-reviews.service';
export * from './member-disclosures.service';
export * from './own-disclosures.service';

export * from './own-credentials.queries';
export * from './renewal-answers.service';
export { RENEWABLE } from './renewal.policy';
export { LINE_OF } from './renewals.sql';
export * from './renewals.service';

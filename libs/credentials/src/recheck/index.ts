export type { ChangeSeen } from './credential-change.policy';
export * from './expiring-credentials.queries';
export * from './expiry-reminders.service';
export * from './rechecks.service';
export * from './rule-effects.queries';
export { CredentialWatches } from './watches.service';

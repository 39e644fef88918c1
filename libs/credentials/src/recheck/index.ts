export type { ChangeSeen } from './credential-change.policy';
export * from './expiring-credentials.queries';
export * from './expiry-reminders.service';
export * from './rechecks.service';
export { CredentialWatches } from './watches.service';

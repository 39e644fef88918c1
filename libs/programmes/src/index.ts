export * from './activity/activities.queries';
export * from './activity/activities.service';
export { type PlannedSession } from './activity/activity.policy';
export type { Activity, ActivityKind, Audience } from './activity/activity.entity';
export type { ActivityState } from './activity/activity.states';
export * from './activity/calendar';
export * from './activity/capacity.service';
export * from './activity/trainer-candidates.queries';
export { type CheckInVerdict } from './attendance/check-in.policy';
export * from './attendance/check-ins.service';
export * from './attendance/door.service';
export * from './credit/credits.queries';
export * from './programmes.module';
export {
  type OwnRegistration,
  RegistrationQueries,
  type RosterLine,
} from './registration/registrations.queries';
export type { RegistrationState } from './registration/registration.states';
export * from './registration/registrations.service';
export * from './registration/registration-certificates.service';
export * from './registration/registration-letters.queries';

export * from './national-id-records.service';
export { isNationalId, NATIONAL_ID_KINDS, type NationalIdKind } from './national-id.policy';
export * from './national-ids.module';
export * from './people.module';
export * from './people.service';
export * from './person-details.service';
export type { Person } from './person.entity';
export * from './registration.service';

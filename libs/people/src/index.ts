export * from './people.module';
export * from './people.service';
export * from './person-details.service';
export type { Person } from './person.entity';
export * from './registration.service';

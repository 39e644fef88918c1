export * from './people.module';
export * from './people.service';
export type { Person } from './person.entity';
export * from './registration.service';

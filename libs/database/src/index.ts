export * from './base-columns';
export * from './data-source';
export * from './database.module';
export * from './guarded';
export * from './person-holdings';
export * from './sql';
export * from './transaction';
export * from './turnstile';

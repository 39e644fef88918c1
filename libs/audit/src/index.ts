export * from './audit-trail';
export * from './audit.module';
export * from './audit-seals.service';
export * from './audit.queries';

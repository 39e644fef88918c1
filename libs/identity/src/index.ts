export * from './access-grants.service';
export type { Account } from './account.entity';
export * from './identity.module';
export * from './powers';
export * from './sessions.service';

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { AuditEntry } from './audit-entry.entity';
import { AuditSeal } from './audit-seal.entity';
import { AuditSeals } from './audit-seals.service';
import { AuditTrail } from './audit-trail';
import { AuditQueries } from './audit.queries';
import { AUDIT_HOLDINGS } from './audit.holdings';

/** The trail: appended by every room, sealed by the worker, read by officers. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry, AuditSeal])],
  providers: [AuditTrail, AuditSeals, AuditQueries],
  exports: [AuditTrail, AuditSeals, AuditQueries],
})
export class AuditModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...AUDIT_HOLDINGS);
  }
}

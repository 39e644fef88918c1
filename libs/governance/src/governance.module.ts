import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { GovernanceQueries } from './governance.queries';
import { Office } from './office.entity';
import { Offices } from './offices.service';
import { Seat } from './seat.entity';
import { Term } from './term.entity';
import { Terms } from './terms.service';
import { GOVERNANCE_HOLDINGS } from './governance.holdings';

@Module({
  imports: [TypeOrmModule.forFeature([Office, Seat, Term])],
  providers: [Offices, Terms, GovernanceQueries],
  exports: [Offices, Terms, GovernanceQueries],
})
export class GovernanceModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...GOVERNANCE_HOLDINGS);
  }
}

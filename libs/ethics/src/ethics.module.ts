import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { GroupsModule } from '@himpun/groups';
import { Acknowledgement } from './acknowledgement.entity';
import { Acknowledgements } from './acknowledgements.service';
import { CodeClause } from './code-clause.entity';
import { Code } from './code.entity';
import { CodeChangesQueries } from './code-changes.queries';
import { Codes } from './codes.service';
import { ETHICS_HOLDINGS } from './ethics.holdings';

@Module({
  imports: [TypeOrmModule.forFeature([Code, CodeClause, Acknowledgement]), GroupsModule],
  providers: [Codes, CodeChangesQueries, Acknowledgements],
  exports: [Codes, CodeChangesQueries, Acknowledgements],
})
export class EthicsModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...ETHICS_HOLDINGS);
  }
}

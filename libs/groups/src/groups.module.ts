import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { AdmissionRule } from './admission-rule.entity';
import { AdmissionRuleQueries } from './admission-rules.queries';
import { AdmissionRules } from './admission-rules.service';
import { Group } from './group.entity';
import { GroupQueries } from './groups.queries';
import { Groups } from './groups.service';
import { StandingRuleVersion } from './standing-rule.entity';
import { StandingRules } from './standing-rules.service';
import { GROUPS_HOLDINGS } from './groups.holdings';

@Module({
  imports: [TypeOrmModule.forFeature([Group, AdmissionRule, StandingRuleVersion])],
  providers: [Groups, GroupQueries, AdmissionRules, AdmissionRuleQueries, StandingRules],
  exports: [Groups, GroupQueries, AdmissionRules, AdmissionRuleQueries, StandingRules],
})
export class GroupsModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...GROUPS_HOLDINGS);
  }
}

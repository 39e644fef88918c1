import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdmissionRule } from './admission-rule.entity';
import { AdmissionRuleQueries } from './admission-rules.queries';
import { AdmissionRules } from './admission-rules.service';
import { Group } from './group.entity';
import { GroupQueries } from './groups.queries';
import { Groups } from './groups.service';

@Module({
  imports: [TypeOrmModule.forFeature([Group, AdmissionRule])],
  providers: [Groups, GroupQueries, AdmissionRules, AdmissionRuleQueries],
  exports: [Groups, GroupQueries, AdmissionRules, AdmissionRuleQueries],
})
export class GroupsModule {}

import { Module } from '@nestjs/common';
import { CredentialsModule } from '@himpun/credentials';
import { GroupsModule } from '@himpun/groups';
import { MembershipModule } from '@himpun/membership';
import { StandingRulesController } from './standing-rules.controller';
import { StandingController } from './standing.controller';

@Module({
  imports: [CredentialsModule, GroupsModule, MembershipModule],
  controllers: [StandingController, StandingRulesController],
})
export class StandingApiModule {}

import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { PeopleModule } from '@himpun/people';
import { PrivacyController } from './privacy.controller';
import { RetentionHoldsController } from './retention-holds.controller';

@Module({
  imports: [PeopleModule, MembershipModule],
  controllers: [PrivacyController, RetentionHoldsController],
})
export class PrivacyApiModule {}

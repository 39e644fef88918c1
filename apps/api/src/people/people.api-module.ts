import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { PeopleModule } from '@himpun/people';
import { DuplicatesController } from './duplicates.controller';
import { PersonMergesController } from './person-merges.controller';

@Module({
  imports: [MembershipModule, PeopleModule],
  controllers: [DuplicatesController, PersonMergesController],
})
export class PeopleApiModule {}

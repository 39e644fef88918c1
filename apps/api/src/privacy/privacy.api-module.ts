import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { PeopleModule } from '@himpun/people';
import { PrivacyController } from './privacy.controller';

@Module({ imports: [PeopleModule, MembershipModule], controllers: [PrivacyController] })
export class PrivacyApiModule {}

import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { MembershipsController } from './memberships.controller';

@Module({ imports: [MembershipModule], controllers: [MembershipsController] })
export class MembershipsApiModule {}

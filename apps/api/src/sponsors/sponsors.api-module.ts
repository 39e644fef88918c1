import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { SponsorsController } from './sponsors.controller';

@Module({ imports: [MembershipModule], controllers: [SponsorsController] })
export class SponsorsApiModule {}

import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { BotsController } from './bots.controller';

@Module({ imports: [MembershipModule], controllers: [BotsController] })
export class BotsApiModule {}

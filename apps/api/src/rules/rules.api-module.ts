import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { RulesController } from './rules.controller';

@Module({ imports: [MembershipModule], controllers: [RulesController] })
export class RulesApiModule {}

import { Module } from '@nestjs/common';
import { EthicsModule } from '@himpun/ethics';
import { MembershipModule } from '@himpun/membership';
import { CodeRoundsController } from './code-rounds.controller';
import { CodesController } from './codes.controller';

@Module({ imports: [EthicsModule, MembershipModule], controllers: [CodesController, CodeRoundsController] })
export class EthicsApiModule {}

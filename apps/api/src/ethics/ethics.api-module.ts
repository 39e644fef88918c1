import { Module } from '@nestjs/common';
import { EthicsModule } from '@himpun/ethics';
import { MembershipModule } from '@himpun/membership';
import { CodesController } from './codes.controller';

@Module({ imports: [EthicsModule, MembershipModule], controllers: [CodesController] })
export class EthicsApiModule {}

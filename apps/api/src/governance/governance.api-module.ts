import { Module } from '@nestjs/common';
import { GovernanceModule } from '@himpun/governance';
import { SeatsController } from './seats.controller';

@Module({ imports: [GovernanceModule], controllers: [SeatsController] })
export class GovernanceApiModule {}

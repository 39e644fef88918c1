import { Module } from '@nestjs/common';
import { ProgrammesModule } from '@himpun/programmes';
import { ActivitiesController } from './activities.controller';
import { CreditsController } from './credits.controller';
import { DoorController } from './door.controller';
import { RegistrationsController } from './registrations.controller';
import { TrainersController } from './trainers.controller';

@Module({
  imports: [ProgrammesModule],
  controllers: [
    ActivitiesController,
    RegistrationsController,
    DoorController,
    CreditsController,
    TrainersController,
  ],
})
export class ProgrammesApiModule {}

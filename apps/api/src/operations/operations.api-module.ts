import { Module } from '@nestjs/common';
import { OperationsController } from './operations.controller';
import { CredentialsModule } from '@himpun/credentials';
import { SourcesController } from '../sources/sources.controller';
import { QueueDashboardController } from './queue-dashboard.controller';

@Module({
  imports: [CredentialsModule],
  controllers: [OperationsController, QueueDashboardController, SourcesController],
})
export class OperationsApiModule {}

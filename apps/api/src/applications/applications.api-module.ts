import { Module } from '@nestjs/common';
import { GroupsModule } from '@himpun/groups';
import { MembershipModule } from '@himpun/membership';
import { GroupsController } from '../groups/groups.controller';
import { ApplicationsController } from './applications.controller';
import { SectionsController } from './sections.controller';

@Module({
  imports: [GroupsModule, MembershipModule],
  controllers: [GroupsController, ApplicationsController, SectionsController],
})
export class ApplicationsApiModule {}

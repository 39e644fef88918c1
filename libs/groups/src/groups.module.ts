import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Group } from './group.entity';
import { GroupQueries } from './groups.queries';
import { Groups } from './groups.service';

@Module({
  imports: [TypeOrmModule.forFeature([Group])],
  providers: [Groups, GroupQueries],
  exports: [Groups, GroupQueries],
})
export class GroupsModule {}

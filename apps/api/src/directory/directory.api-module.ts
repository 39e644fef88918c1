import { Module } from '@nestjs/common';
import { GroupsModule } from '@himpun/groups';
import { MembershipModule } from '@himpun/membership';
import { DirectoryController } from './directory.controller';

@Module({ imports: [MembershipModule, GroupsModule], controllers: [DirectoryController] })
export class DirectoryApiModule {}

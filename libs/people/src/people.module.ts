import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { People } from './people.service';
import { Person } from './person.entity';
import { Registrations } from './registration.service';

@Module({
  imports: [TypeOrmModule.forFeature([Person])],
  providers: [People, Registrations],
  exports: [People, Registrations],
})
export class PeopleModule {}

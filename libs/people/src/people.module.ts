import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { People } from './people.service';
import { PersonDetails } from './person-details.service';
import { Person } from './person.entity';
import { Registrations } from './registration.service';

@Module({
  imports: [TypeOrmModule.forFeature([Person])],
  providers: [People, PersonDetails, Registrations],
  exports: [People, PersonDetails, Registrations],
})
export class PeopleModule {}

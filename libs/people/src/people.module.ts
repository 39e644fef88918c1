import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NationalIdsModule } from './national-ids.module';
import { People } from './people.service';
import { PersonDetails } from './person-details.service';
import { Person } from './person.entity';
import { Registrations } from './registration.service';

@Module({
  imports: [NationalIdsModule, TypeOrmModule.forFeature([Person])],
  providers: [People, PersonDetails, Registrations],
  exports: [NationalIdsModule, People, PersonDetails, Registrations],
})
export class PeopleModule {}

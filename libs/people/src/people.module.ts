import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { DuplicateSearch } from './duplicate/duplicate-search.service';
import { DuplicateSuspicion } from './duplicate/duplicate-suspicion.entity';
import { DuplicateSuspicionQueries } from './duplicate/duplicate-suspicions.queries';
import { DuplicateSuspicions } from './duplicate/duplicate-suspicions.service';
import { MatchFactSources } from './duplicate/match-fact-sources';
import { MatchKeys } from './duplicate/match-keys';
import { OwnMatchFacts } from './duplicate/own-match-facts';
import { SuspicionScopes } from './duplicate/suspicion-scopes';
import { MatchingModule } from './matching.module';
import { MergeRows } from './merge/merge-rows';
import { MergeUndoing } from './merge/merge-undoing.service';
import { PersonMerge } from './merge/person-merge.entity';
import { PersonMergeQueries } from './merge/person-merges.queries';
import { PersonMerges } from './merge/person-merges.service';
import { NationalIdsModule } from './national-ids.module';
import { PEOPLE_HOLDINGS } from './people.holdings';
import { People } from './people.service';
import { PersonDetails } from './person-details.service';
import { Person } from './person.entity';
import { Registrations } from './registration.service';

const DOOR = [
  ...[People, PersonDetails, Registrations],
  ...[DuplicateSearch, DuplicateSuspicions, DuplicateSuspicionQueries],
  ...[PersonMerges, MergeUndoing, PersonMergeQueries],
];

@Module({
  imports: [
    MatchingModule,
    NationalIdsModule,
    TypeOrmModule.forFeature([Person, DuplicateSuspicion, PersonMerge]),
  ],
  providers: [...DOOR, MatchKeys, MergeRows, OwnMatchFacts, SuspicionScopes],
  exports: [...DOOR, NationalIdsModule],
})
export class PeopleModule {
  constructor(holdings: PersonHoldings, sources: MatchFactSources, own: OwnMatchFacts) {
    holdings.add(...PEOPLE_HOLDINGS);
    sources.add(own);
  }
}

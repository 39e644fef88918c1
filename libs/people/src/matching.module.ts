import { Module } from '@nestjs/common';
import { MatchFactSources } from './duplicate/match-fact-sources';

/** Where rooms above say what they know of people by which one is found again. */
@Module({ providers: [MatchFactSources], exports: [MatchFactSources] })
export class MatchingModule {}

import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { Actor, Language } from '@himpun/kernel';
import { Appeals, DecisionLetters, DecisionQueries, Decisions, Votes } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor, CurrentLanguage } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { AppealDto, DecisionDto, DecisionQuery, LetterQuery } from './decision.dto';
import { VoteDto } from './vote.dto';
import { AppealedView, DecidedView, DecisionView, ReplayView, VotedView } from './decision.view';

@Controller()
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly appeals: Appeals,
    private readonly votes: Votes,
    private readonly letters: DecisionLetters,
    private readonly queries: DecisionQueries,
  ) {}

  /** Approves or rejects. Problems: decision.refused (with reasons), decision.closed, decision.panel_conflict, decision.stale, application.stale. */
  @Allow('applications.decide')
  @Post('applications/:id/decisions')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version seen, in quotes: "3"' })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { factsHash, ...body }: DecisionDto,
    @IfMatch() version: number,
  ): Promise<DecidedView> {
    return this.decisions.decide(actor, id, { ...body, version, factsHash: factsHash ?? null });
  }

  /**
   * Votes where the group's rules want more than one officer; the vote that settles it takes the decision. Problems:
   * vote.refused (with reasons), vote.seats_taken, vote.rule_conflict, decision.closed, decision.stale.
   */
  @Allow('applications.decide')
  @Post('applications/:id/votes')
  async vote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VoteDto,
  ): Promise<VotedView> {
    return (await this.votes.cast(actor, id, body)) ?? { decisionId: null, membershipId: null };
  }

  /** Why it was decided as it was: for the applicant and for the officers who review the case. */
  @Allow()
  @Get('applications/:id/decision')
  async why(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { instance }: DecisionQuery,
  ): Promise<DecisionView> {
    return DecisionView.of(await this.queries.why(actor, id, instance));
  }

  /** The decision letter, to keep: A4. Problems: decision.not_found. */
  @Allow()
  @Get('applications/:id/decision.pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async letter(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { instance, language }: LetterQuery,
    @CurrentLanguage() asked: Language,
  ): Promise<StreamableFile> {
    const bytes = await this.letters.pdf(actor, id, language ?? asked, instance);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: 'attachment; filename="decision.pdf"',
    });
  }

  /** Appeals against a rejection, once. Problems: application.not_found, appeal.closed, application.taken. */
  @Allow()
  @Post('applications/:id/appeals')
  async appeal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { grounds }: AppealDto,
  ): Promise<AppealedView> {
    return { appealId: await this.appeals.file(actor, id, grounds) };
  }

  /** Applies the stored rule to the stored facts once more and compares. */
  @Allow()
  @Post('decisions/:id/replays')
  @HttpCode(200)
  async replay(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReplayView> {
    return ReplayView.of(await this.queries.replay(actor, id));
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Actor } from '@himpun/kernel';
import { DecisionQueries, Decisions, Votes } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { DecisionDto } from './decision.dto';
import { VoteDto } from './vote.dto';
import { DecidedView, DecisionView, ReplayView, VotedView } from './decision.view';

@Controller()
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly votes: Votes,
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
  async why(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DecisionView> {
    return DecisionView.of(await this.queries.why(actor, id));
  }

  /** Applies the stored rule to the stored facts once more and compares. */
  @Allow()
  @Post('decisions/:id/replays')
  @HttpCode(200)
  async replay(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReplayView> {
    return ReplayView.of(await this.queries.replay(actor, id));
  }
}

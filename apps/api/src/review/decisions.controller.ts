import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Actor } from '@himpun/kernel';
import { DecisionQueries, Decisions } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { DecisionDto } from './decision.dto';
import { DecidedView, DecisionView, ReplayView } from './decision.view';

@Controller()
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly queries: DecisionQueries,
  ) {}

  /** Approves or rejects. Problems: decision.refused (with reasons), decision.closed, decision.stale, application.stale. */
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

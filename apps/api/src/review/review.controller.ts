import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Actor } from '@himpun/kernel';
import { Assignments, Corrections, ReviewCases, ReviewQueue } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { CaseView } from './case.view';
import { QueuePageView, VersionView } from './queue.view';
import { AssignmentDto, ConflictDto, CorrectionDto, QueueFilterDto, QueueQuery } from './review.dto';

const VERSION = { name: 'If-Match', required: true, description: 'The version seen, in quotes: "3"' };

@Allow('applications.review', 'applications.decide')
@Controller('review/applications')
export class ReviewController {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly cases: ReviewCases,
    private readonly assignments: Assignments,
    private readonly corrections: Corrections,
  ) {}

  /** The open applications of the groups that the officer reviews, without their own. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: QueueQuery): Promise<QueuePageView> {
    const { page, pageSize } = query;
    const found = await this.queue.page(actor, { ...QueueFilterDto.read(query), page, pageSize });
    return QueuePageView.of(found, page, pageSize);
  }

  /** One case with answers, evidence, results and history. */
  @Get(':id')
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseView> {
    return CaseView.of(await this.cases.get(actor, id));
  }

  /** Takes a case up, or hands it to another officer. Problems: application.stale, assignment.closed, assignee.refused. */
  @Post(':id/assignments')
  @ApiHeader(VERSION)
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AssignmentDto,
    @IfMatch() version: number,
  ): Promise<VersionView> {
    const personId = body.personId ?? (actor.personId as string);
    return { version: await this.assignments.assign(actor, id, personId, version) };
  }

  /** Puts a case back for others to take. */
  @Delete(':id/assignments')
  @ApiHeader(VERSION)
  async release(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<VersionView> {
    return { version: await this.assignments.release(actor, id, version) };
  }

  /** Sends the application back with what to correct. Problems: correction.refused, correction.closed, application.stale. */
  @Post(':id/corrections')
  @ApiHeader(VERSION)
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectionDto,
    @IfMatch() version: number,
  ): Promise<VersionView> {
    return { version: await this.corrections.request(actor, id, body.items, version, body.answerBy) };
  }

  /** Declares a conflict of interest: from then on the case is closed to this officer. */
  @Post(':id/conflicts')
  @HttpCode(204)
  async declareConflict(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConflictDto,
  ): Promise<void> {
    await this.assignments.declareConflict(actor, id, body.reason);
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { CaseReaders } from '@himpun/membership';
import { DuplicateSuspicionQueries, DuplicateSuspicions, PersonMerges } from '@himpun/people';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { choicesOf, DismissalDto, MergeDto, MergePreviewDto, SuspicionsQuery } from './duplicate.dto';
import {
  MergePreviewView,
  NewMergeView,
  SuspectedPairView,
  SuspicionPageView,
  SuspicionView,
} from './duplicate.view';

/** People who may be one, for officers of groups that know them; never for themselves. */
@Allow('applications.review', 'applications.decide')
@Controller()
export class DuplicatesController {
  constructor(
    private readonly queries: DuplicateSuspicionQueries,
    private readonly suspicions: DuplicateSuspicions,
    private readonly merges: PersonMerges,
    private readonly readers: CaseReaders,
  ) {}

  /** Open ones by default, the likeliest first. */
  @Get('duplicate-suspicions')
  async list(
    @CurrentActor() actor: Actor,
    @Query() { state = 'open', page, pageSize }: SuspicionsQuery,
  ): Promise<SuspicionPageView> {
    const { items, total } = await this.queries.page(actor, { state, page, pageSize });
    return { items: items.map((line) => SuspicionView.of(line)), total, page, pageSize };
  }

  /** Both people side by side. */
  @Get('duplicate-suspicions/:id')
  async pair(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SuspectedPairView> {
    return SuspectedPairView.ofPair(await this.queries.pair(actor, id));
  }

  /** The open suspicions about the applicant of a case. */
  @Get('review/applications/:id/duplicates')
  async ofCase(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SuspicionView[]> {
    const { personId } = await this.readers.assertMayRead(actor, id);
    return (await this.queries.ofPerson(actor, personId)).map((line) => SuspicionView.of(line));
  }

  /** Says that the two are not one. Problems: duplicate_suspicion.closed when somebody else decided. */
  @Post('duplicate-suspicions/:id/dismissal')
  @HttpCode(204)
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: DismissalDto,
  ): Promise<void> {
    await this.suspicions.dismiss(actor, id, reason);
  }

  /** What a merge would move, what it asks, and why it cannot be done; changes nothing. */
  @Post('duplicate-suspicions/:id/merge-preview')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { survivorId, choices }: MergePreviewDto,
  ): Promise<MergePreviewView> {
    return MergePreviewView.of(await this.merges.preview(actor, id, survivorId, choicesOf(choices)));
  }

  /**
   * Makes one person of the two. Problems: duplicate_suspicion.closed when somebody else decided, person_merge.stale when
   * something changed since the preview, person_merge.refused (reasons), person_merge.forbidden when other groups know one of
   * the two as well.
   */
  @Allow('applications.decide')
  @Post('duplicate-suspicions/:id/merge')
  async merge(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { choices, ...wanted }: MergeDto,
  ): Promise<NewMergeView> {
    return { id: await this.merges.merge(actor, id, { ...wanted, choices: choicesOf(choices) }) };
  }
}

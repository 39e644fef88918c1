import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { MergeUndoing, PersonMergeQueries } from '@himpun/people';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { PageQuery } from '../http/page.dto';
import { MergeUndoDto } from './duplicate.dto';
import { MergeDetailView, MergePageView, MergeUndoneView, MergeView } from './duplicate.view';

/** Merges of people, and taking them back. */
@Controller('person-merges')
export class PersonMergesController {
  constructor(
    private readonly queries: PersonMergeQueries,
    private readonly undoing: MergeUndoing,
  ) {}

  /** Merges among the people of the officer's groups, the newest first. */
  @Allow('applications.review', 'applications.decide')
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { page, pageSize }: PageQuery): Promise<MergePageView> {
    const { items, total } = await this.queries.page(actor, { page, pageSize });
    return { items: items.map((line) => MergeView.of(line)), total, page, pageSize };
  }

  /** One merge: what it changed, and why it cannot be undone. */
  @Allow('applications.review', 'applications.decide')
  @Get(':id')
  async one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MergeDetailView> {
    return MergeDetailView.ofDetail(await this.queries.one(actor, id));
  }

  /**
   * Puts back what the merge changed and nothing has changed since. Problems: person_merge.closed when undone already,
   * person_merge.refused (reasons) after its time or over later facts.
   */
  @Allow('applications.decide')
  @Post(':id/undoing')
  @HttpCode(200)
  async undo(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: MergeUndoDto,
  ): Promise<MergeUndoneView> {
    return { leftAlone: await this.undoing.undo(actor, id, reason) };
  }
}

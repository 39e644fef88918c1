import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError, type Actor } from '@himpun/kernel';
import {
  BulkAssignments,
  QueueViewQueries,
  QueueViews,
  type Batch,
  type NewQueueView,
} from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { BatchDto, BulkAssignmentDto, DefaultViewDto, NewQueueViewDto } from './queue-view.dto';
import { BatchResultView, KeptQueueView, NewViewView, QueueOptionsView } from './queue-view.view';
import { VersionView } from './queue.view';
import { QueueFilterDto } from './review.dto';

const VERSION = { name: 'If-Match', required: true, description: 'The version seen, in quotes: "3"' };

/** What an officer does with the queue as a whole: keeps filters of it, hands over many cases at once. */
@Allow('applications.review', 'applications.decide')
@Controller('review')
export class QueueViewsController {
  constructor(
    private readonly views: QueueViews,
    private readonly queries: QueueViewQueries,
    private readonly batches: BulkAssignments,
  ) {}

  /** Groups, grades and officers to choose among. */
  @Get('options')
  async options(@CurrentActor() actor: Actor): Promise<QueueOptionsView> {
    return QueueOptionsView.of(await this.queries.options(actor));
  }

  /** The views that one keeps or that others share, each with its present count. */
  @Get('views')
  async list(@CurrentActor() actor: Actor): Promise<KeptQueueView[]> {
    return (await this.queries.of(actor)).map((line) => KeptQueueView.of(line));
  }

  /** Keeps a view. Problems: view.taken (the name), view.exhausted (twenty are kept), view.forbidden (to share with the group). */
  @Post('views')
  async keep(@CurrentActor() actor: Actor, @Body() body: NewQueueViewDto): Promise<NewViewView> {
    return { id: await this.views.keep(actor, viewOf(body)) };
  }

  /** Gives a view another name, filter or audience. Problems: view.stale, and as for a new one. */
  @Put('views/:id')
  @ApiHeader(VERSION)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewQueueViewDto,
    @IfMatch() version: number,
  ): Promise<VersionView> {
    return { version: await this.views.change(actor, id, viewOf(body), version) };
  }

  /** Throws a view away, for everybody who saw it. */
  @Delete('views/:id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.views.remove(actor, id);
  }

  /** Opens the queue with a view from now on, or with the whole queue again. */
  @Put('default-view')
  @HttpCode(204)
  async openWith(@CurrentActor() actor: Actor, @Body() { viewId }: DefaultViewDto): Promise<void> {
    await this.views.openWith(actor, viewId ?? null);
  }

  /** Gives many cases to one officer; each is judged by itself. Problems: assignment.invalid, person.not_found. */
  @Post('assignments')
  @HttpCode(200)
  async assign(@CurrentActor() actor: Actor, @Body() body: BulkAssignmentDto): Promise<BatchResultView> {
    const personId = body.personId ?? (actor.personId as string);
    return BatchResultView.of(await this.batches.assign(actor, batchOf(body), personId));
  }

  /** Puts many cases back for others to take. */
  @Post('releases')
  @HttpCode(200)
  async release(@CurrentActor() actor: Actor, @Body() body: BatchDto): Promise<BatchResultView> {
    return BatchResultView.of(await this.batches.assign(actor, batchOf(body), null));
  }
}

function viewOf({ name, filter, groupId }: NewQueueViewDto): NewQueueView {
  return { name, filter: QueueFilterDto.read(filter), groupId: groupId ?? null };
}

function batchOf({ cases, filter }: BatchDto): Batch {
  if (cases && !filter) return { cases };
  if (filter && !cases) return { filter: QueueFilterDto.read(filter) };
  throw new DomainError('assignment.invalid', EITHER);
}

const EITHER = {
  id: 'Sebutkan permohonannya satu per satu, atau saringannya.',
  en: 'Name the applications one by one, or their filter.',
};

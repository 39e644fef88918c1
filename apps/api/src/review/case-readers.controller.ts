import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { CaseReaders, ReviewQueue } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { CasePresence } from './case-presence';
import { NeighboursView, ReaderView } from './queue.view';
import { QueueFilterDto, QueueQuery } from './review.dto';

/** Reading cases one after another, beside colleagues who do the same. */
@Allow('applications.review', 'applications.decide')
@Controller('review/applications/:id')
export class CaseReadersController {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly readers: CaseReaders,
    private readonly presence: CasePresence,
  ) {}

  /** The cases before and after this one, in the order and under the filter of the list it was opened from. */
  @Get('neighbours')
  async neighbours(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: QueueQuery,
  ): Promise<NeighboursView> {
    await this.readers.assertMayRead(actor, id);
    return this.queue.neighbours(actor, id, QueueFilterDto.read(query));
  }

  /** Tells that one has the case open, for the next forty seconds; answers who else has. Assigns and blocks nothing. */
  @Put('presence')
  async tell(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReaderView[]> {
    await this.readers.assertMayRead(actor, id);
    return this.presence.tell(actor, id);
  }

  /** Tells that one closed the case. */
  @Delete('presence')
  @HttpCode(204)
  async leave(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.presence.leave(actor, id);
  }

  /** Notes that one has looked at a file of the case. Problems: file.not_found for what is no evidence of it. */
  @Put('files/:fileId/view')
  @HttpCode(204)
  async see(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<void> {
    await this.readers.markSeen(actor, id, fileId);
  }
}

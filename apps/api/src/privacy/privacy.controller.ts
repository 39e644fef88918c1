import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { FileQueries } from '@himpun/files';
import type { Actor } from '@himpun/kernel';
import { PrivateReadQueries, RetentionHoldQueries } from '@himpun/membership';
import { NationalIdRecords } from '@himpun/people';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { RateLimited } from '../http/limits/rate-limit.guard';
import { PageQuery } from '../http/page.dto';
import { NationalIdDto } from './privacy.dto';
import { OwnHoldView } from './retention-hold.view';
import { ErasureView, NationalIdView, PrivateReadsPage, PrivateReadView } from './privacy.view';

/** What people may know and do about what is kept of them under seal. */
@Allow()
@Controller('account')
export class PrivacyController {
  constructor(
    private readonly records: NationalIdRecords,
    private readonly reads: PrivateReadQueries,
    private readonly files: FileQueries,
    private readonly holds: RetentionHoldQueries,
  ) {}

  /** One's own national ids, masked. */
  @Get('national-ids')
  async nationalIds(@CurrentActor() actor: Actor): Promise<NationalIdView[]> {
    return (await this.records.own(actor)).map((one) => NationalIdView.of(one));
  }

  /** Enters one, in place of one of the same kind and country. Problems: national_id.invalid. */
  @RateLimited({ name: 'national-ids', points: 60, seconds: 3600 })
  @HttpCode(204)
  @Put('national-ids')
  async enter(@CurrentActor() actor: Actor, @Body() body: NationalIdDto): Promise<void> {
    await this.records.enter(actor, body);
  }

  /** Takes one out. Problems: national_id.not_found. */
  @HttpCode(204)
  @Delete('national-ids/:id')
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.records.remove(actor, id);
  }

  /** One's own documents that were deleted because the rules of a group say so. */
  @Get('erasures')
  async erasures(@CurrentActor() actor: Actor): Promise<ErasureView[]> {
    if (!actor.personId) return [];
    return (await this.files.erasedOf(actor.personId)).map((file) => ErasureView.of(file));
  }

  /** What keeps one's own documents from being deleted, as far as one may know. */
  @Get('retention-holds')
  async retentionHolds(@CurrentActor() actor: Actor): Promise<OwnHoldView[]> {
    if (!actor.personId) return [];
    return (await this.holds.shownTo(actor.personId)).map((hold) => OwnHoldView.of(hold));
  }

  /** Who opened one's own documents and national ids, when and what for; newest first. */
  @Get('private-reads')
  async privateReads(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<PrivateReadsPage> {
    if (!actor.personId) return { items: [], total: 0 };
    const { items, total } = await this.reads.ofOwner(actor.personId, page);
    return { items: items.map((read) => PrivateReadView.of(read)), total };
  }
}

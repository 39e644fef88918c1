import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { RetentionHoldQueries, RetentionHolds } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { HoldReleaseDto, NewRetentionHoldDto, RetentionHoldsQuery } from './retention-hold.dto';
import { RetentionHoldPageView, RetentionHoldView } from './retention-hold.view';

@Controller('retention-holds')
export class RetentionHoldsController {
  constructor(
    private readonly holds: RetentionHolds,
    private readonly queries: RetentionHoldQueries,
  ) {}

  /** What keeps documents from being deleted in the officer's groups; what stands by default, the newest first. */
  @Allow('applications.decide', 'applications.review')
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: RetentionHoldsQuery,
  ): Promise<RetentionHoldPageView> {
    const { state = 'standing', q = '', page, pageSize } = query;
    const { items, total } = await this.queries.page(actor, { state, q, page, pageSize });
    return { items: items.map((line) => RetentionHoldView.of(line)), total, page, pageSize };
  }

  /** Keeps all that a person gave to a group from being deleted. Problems: application.not_found, retention_hold.forbidden. */
  @Allow('applications.decide')
  @Post()
  @HttpCode(204)
  async place(@CurrentActor() actor: Actor, @Body() body: NewRetentionHoldDto): Promise<void> {
    await this.holds.placeOn(actor, body);
  }

  /** Lets a hold go; what the rules want deleted goes the next night. Problems: retention_hold.not_found, retention_hold.forbidden. */
  @Allow('applications.decide')
  @Post(':id/release')
  @HttpCode(204)
  async release(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: HoldReleaseDto,
  ): Promise<void> {
    await this.holds.letGo(actor, id, reason);
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { GovernanceQueries, Terms } from '@himpun/governance';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { MadeView, SeatView } from './seat.view';
import { AppointmentDto, TermEndingDto } from './term.dto';

@Controller()
export class SeatsController {
  constructor(
    private readonly queries: GovernanceQueries,
    private readonly terms: Terms,
  ) {}

  /** The offices of a group: seats, holders, terms and the powers that come with them. */
  @Allow()
  @Get('groups/:groupId/seats')
  async list(@Param('groupId', ParseUUIDPipe) groupId: string): Promise<SeatView[]> {
    return (await this.queries.seatsOf(groupId)).map((line) => SeatView.of(line));
  }

  /** Appoints a person to a seat from a day to a day. */
  @Allow('offices.appoint')
  @Post('seats/:seatId/terms')
  async appoint(
    @CurrentActor() actor: Actor,
    @Param('seatId', ParseUUIDPipe) seatId: string,
    @Body() body: AppointmentDto,
  ): Promise<MadeView> {
    return { id: await this.terms.appoint(actor, { ...body, seatId }) };
  }

  /** Ends a term now. */
  @Allow('offices.appoint')
  @Post('terms/:termId/ending')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: Actor,
    @Param('termId', ParseUUIDPipe) termId: string,
    @Body() body: TermEndingDto,
  ): Promise<void> {
    await this.terms.endEarly(actor, termId, body.reason);
  }
}

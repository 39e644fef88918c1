import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { CheckIns, Door } from '@himpun/programmes';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { CheckInDto, RosterQuery } from './check-in.dto';
import { CheckInView, RoomCodeView, RosterLineView } from './check-in.view';

// The trainer of an activity needs no power: who stands at this door is decided in the room.
@Controller('activities/:id')
export class DoorController {
  constructor(
    private readonly checkIns: CheckIns,
    private readonly door: Door,
  ) {}

  /** Who is registered and who came; for those who record attendance. */
  @Allow()
  @Get('roster')
  async roster(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: RosterQuery,
  ): Promise<RosterLineView[]> {
    return (await this.door.roster(actor, id, query.q ?? '')).map((line) => RosterLineView.of(line));
  }

  /** Lets a person in by code or by choice from the list. The verdict is the answer, never an error. */
  @Allow()
  @Post('check-ins')
  @HttpCode(200)
  async checkIn(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { code, registrationId, sessionId }: CheckInDto,
  ): Promise<CheckInView> {
    const comer = registrationId === undefined ? { code: code ?? '' } : { registrationId };
    return CheckInView.of(await this.checkIns.checkIn(actor, id, comer, sessionId ?? null));
  }

  /** Takes a check-in back, with what came of it. */
  @Allow()
  @Delete('check-ins/:checkInId')
  @HttpCode(204)
  async undo(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('checkInId', ParseUUIDPipe) checkInId: string,
  ): Promise<void> {
    await this.checkIns.undo(actor, id, checkInId);
  }

  /** The code to show in the room; it changes each minute. */
  @Allow()
  @Get('sessions/:sessionId/room-code')
  async roomCode(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
  ): Promise<RoomCodeView> {
    const { code, changesAt } = await this.door.roomCode(actor, id, sessionId);
    return { code, changesAt: changesAt.toISOString() };
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Clock, type Actor } from '@himpun/kernel';
import { CheckIns, RegistrationQueries, Registrations } from '@himpun/programmes';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { RoomCheckInDto } from './check-in.dto';
import { CheckInView } from './check-in.view';
import { OwnRegistrationView, RegistrationView } from './registration.view';

@Controller()
export class RegistrationsController {
  constructor(
    private readonly registrations: Registrations,
    private readonly checkIns: CheckIns,
    private readonly queries: RegistrationQueries,
    private readonly clock: Clock,
  ) {}

  /** Registers the caller: a place, or a turn on the waitlist. Asked again, the answer is the registration there is. */
  @Allow()
  @Post('activities/:id/registrations')
  async register(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RegistrationView> {
    return RegistrationView.of(await this.registrations.register(actor, id));
  }

  /** The caller's registrations: what comes next first, then what is over. */
  @Allow()
  @Get('registrations')
  async mine(@CurrentActor() actor: Actor): Promise<OwnRegistrationView[]> {
    const rows = await this.queries.own(actor.personId ?? '', this.clock.now());
    return rows.map((row) => OwnRegistrationView.of(row));
  }

  /** Gives the place or the turn back; a place passes to the first who waits. */
  @Allow()
  @Delete('registrations/:id')
  @HttpCode(204)
  async cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.registrations.cancel(actor, id);
  }

  /** Checks the caller in by the code shown in the room. */
  @Allow()
  @Post('registrations/:id/check-ins')
  @HttpCode(200)
  async checkInSelf(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RoomCheckInDto,
  ): Promise<CheckInView> {
    return CheckInView.of(await this.checkIns.checkInSelf(actor, id, body.code));
  }
}

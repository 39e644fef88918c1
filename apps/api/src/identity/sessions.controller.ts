import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { Sessions } from '@himpun/identity';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { SessionLineView } from './session.view';

@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  /** Where the account is signed in, last used first. */
  @Allow()
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<SessionLineView[]> {
    const lines = await this.sessions.list(actor.accountId ?? '', actor.powers.length > 0);
    return lines.map((line) => SessionLineView.of(line, actor.sessionId));
  }

  /** Ends all sessions of the account but this one. */
  @Allow()
  @HttpCode(204)
  @Delete()
  async endOthers(@CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.endOthers(actor.accountId ?? '', actor.sessionId);
  }

  /** Ends one session of the account. */
  @Allow()
  @HttpCode(204)
  @Delete(':id')
  async end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.sessions.end(actor.accountId ?? '', id);
  }
}

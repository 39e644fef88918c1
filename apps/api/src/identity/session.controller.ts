import { Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { GroupQueries } from '@himpun/groups';
import { Accounts, Sessions } from '@himpun/identity';
import { inLanguage, Settings, type Actor, type Language } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Public } from '../http/allow';
import { CurrentActor, CurrentLanguage } from '../http/current-actor';
import { SessionCookie } from '../http/session-cookie';
import { PasswordGuard } from './password.guard';
import { SignInDto } from './session.dto';
import { SessionView } from './session.view';

@Controller('session')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly groups: GroupQueries,
    private readonly settings: Settings,
    private readonly cookie: SessionCookie,
  ) {}

  /** Who is signed in, and the powers that hold now. */
  @Allow()
  @Get()
  async show(@CurrentActor() actor: Actor, @CurrentLanguage() language: Language): Promise<SessionView> {
    const account = await this.accounts.summary(actor.accountId ?? '');
    const groups = actor.powers.length > 0 ? await this.groups.all() : [];
    const names = new Map(
      groups.map(({ id, nameId, nameEn }) => [id, inLanguage({ id: nameId, en: nameEn }, language)]),
    );
    return SessionView.of(actor, account, names, this.settings.demo, language);
  }

  /** Signs in; the answer's cookie is the session. A session that the browser had before ends. */
  @Public()
  @UseGuards(PasswordGuard)
  @ApiBody({ type: SignInDto })
  @HttpCode(204)
  @Post()
  async open(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { signedIn } = request;
    if (!signedIn) throw new Error('the password guard did not run');
    await this.endPresent(request.actor);
    this.cookie.write(reply, signedIn.token);
  }

  /** Signs out: the session ends on the server too. Without a session nothing happens. */
  @Public()
  @HttpCode(204)
  @Delete()
  async close(
    @CurrentActor() actor: Actor | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.endPresent(actor);
    this.cookie.clear(reply);
  }

  private async endPresent(actor: Actor | null): Promise<void> {
    if (actor?.accountId && actor.sessionId) await this.sessions.endQuietly(actor.accountId, actor.sessionId);
  }
}

import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { Sessions } from '@himpun/identity';
import type { Actor, Language } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/allow';
import { CurrentActor, CurrentLanguage } from '../http/current-actor';
import { SessionCookie } from '../http/session-cookie';
import { DemoGuard } from './demo.guard';
import { DemoSignInDto } from './persona.dto';
import { PersonaView } from './persona.view';
import { Personas } from './personas';

/** Signing in as a made-up person; in demonstration mode only. */
@Public()
@UseGuards(DemoGuard)
@Controller('demo')
export class PersonasController {
  constructor(
    private readonly personas: Personas,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** The made-up people, in the order of the story. */
  @Get('personas')
  async list(@CurrentLanguage() language: Language): Promise<PersonaView[]> {
    return (await this.personas.list()).map((line) => PersonaView.of(line, language));
  }

  /** Signs in as one of them without a password. */
  @HttpCode(204)
  @Post('sign-ins')
  async signIn(
    @Body() { persona }: DemoSignInDto,
    @CurrentActor() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const accountId = await this.personas.accountOf(persona);
    const { token } = await this.sessions.open(accountId, {
      ip: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
    if (actor?.accountId && actor.sessionId) await this.sessions.endQuietly(actor.accountId, actor.sessionId);
    this.cookie.write(reply, token);
  }
}

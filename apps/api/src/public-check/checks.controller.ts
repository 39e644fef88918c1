import { Controller, Get, Ip, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { notFound } from '@himpun/kernel';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/allow';
import { CheckLimits } from './check-limits';
import { CheckView } from './check.view';
import { PublicChecks } from './public-checks';

@Controller('public/checks')
export class PublicChecksController {
  constructor(
    private readonly checks: PublicChecks,
    private readonly limits: CheckLimits,
  ) {}

  /**
   * Whether the certificate or member card with this code holds now. Always 200 with one of five states, also for codes that
   * are revoked or stand for nothing.
   */
  @Public()
  @Get(':code')
  async show(@Param('code') typed: string, @Ip() ip: string): Promise<CheckView> {
    await this.limits.look(ip);
    const view = await this.checks.check(typed);
    if (!view.statement) await this.limits.miss(ip);
    return view;
  }

  /** The signed credential alone, to be verified with any Open Badges 3.0 verifier. */
  @Public()
  @Get(':code/credential.json')
  @ApiOkResponse({ description: 'A signed OpenBadgeCredential', content: { 'application/vc': {} } })
  async credential(
    @Param('code') typed: string,
    @Ip() ip: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { statement, code } = await this.show(typed, ip);
    if (!statement?.credential) throw notFound('certificate');
    await reply
      .type('application/vc')
      .header('Content-Disposition', `attachment; filename="${code}.json"`)
      .send(JSON.stringify(statement.credential, null, 2));
  }
}

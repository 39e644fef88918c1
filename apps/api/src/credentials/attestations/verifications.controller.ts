import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ManualVerificationQueries, ManualVerifications } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { ReviewConflicts } from '@himpun/membership';
import { Allow } from '../../http/allow';
import { CurrentActor } from '../../http/current-actor';
import { NewVerificationDto, VerificationReadingDto } from './verification.dto';
import { MadeView } from './attestation.view';
import { VerificationView } from './verification.view';

@Controller()
export class VerificationsController {
  constructor(
    private readonly verifications: ManualVerifications,
    private readonly queries: ManualVerificationQueries,
    private readonly conflicts: ReviewConflicts,
  ) {}

  /** What officers verified by themselves about a check, newest first; empty for who may not see it. */
  @Allow('licences.check', 'applications.review', 'applications.decide')
  @Get('checks/:id/verifications')
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VerificationView[]> {
    return (await this.queries.ofCheck(actor, id)).map((line) => VerificationView.of(line, actor.personId));
  }

  /**
   * Records what the officer found out by himself. It settles the check, or waits for a second reader where the group's rules
   * want one. Problems: verification.invalid, verification.warned_conflict (the reasons are warnings; `goesOn` goes on),
   * verification.awaiting_conflict, check.forbidden.
   */
  @Allow('licences.check')
  @Post('checks/:id/verifications')
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) checkId: string,
    @Body() body: NewVerificationDto,
  ): Promise<MadeView> {
    const { method, outcome, note, verifiedOn } = body;
    const record = {
      ...{ method, outcome, note, verifiedOn },
      spokenWith: body.spokenWith || null,
      contact: body.contact || null,
      contactFoundAt: body.contactFoundAt || null,
      evidenceFileId: body.evidenceFileId ?? null,
      goesOn: body.goesOn ?? false,
    };
    return { id: await this.verifications.record(actor, checkId, record, this.conflicts.inTransaction) };
  }

  /** The second reader's word: another officer. Problems: verification.own.forbidden, verification.read_closed. */
  @Allow('licences.check')
  @Post('verifications/:id/readings')
  @HttpCode(204)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { agrees, note }: VerificationReadingDto,
  ): Promise<void> {
    await this.verifications.read(actor, id, { agrees, note }, this.conflicts.inTransaction);
  }
}

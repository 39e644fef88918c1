import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { AttestationQueries, Attestations } from '@himpun/credentials';
import { notFound, type Actor } from '@himpun/kernel';
import { ReviewConflicts } from '@himpun/membership';
import { Allow } from '../../http/allow';
import { CurrentActor } from '../../http/current-actor';
import { RateLimited } from '../../http/limits/rate-limit.guard';
import { AttestationsQuery, AttestationWithdrawalDto, NewAttestationDto } from './attestation.dto';
import { AttestationView } from './attestation.view';

/** Mails to strangers: a busy office sends dozens an hour, a machine would send thousands. */
const ASKING = { name: 'attestations', points: 120, seconds: 3_600 };

@Controller()
export class AttestationsController {
  constructor(
    private readonly attestations: Attestations,
    private readonly queries: AttestationQueries,
    private readonly conflicts: ReviewConflicts,
  ) {}

  /** The questions to institutions in one application, for officers who judge it; empty for anybody else. */
  @Allow('licences.check', 'applications.review', 'applications.decide')
  @Get('attestations')
  async list(
    @CurrentActor() actor: Actor,
    @Query() { originType, originId }: AttestationsQuery,
  ): Promise<AttestationView[]> {
    return (await this.queries.ofOrigin(actor, originType, originId)).map((line) => AttestationView.of(line));
  }

  /**
   * Asks the institution that issued what a check is about. Problems: attestation.contact_invalid (public mail, another
   * institution's domain, the applicant's own address), attestation.open_conflict, check.forbidden.
   */
  @Allow('licences.check')
  @RateLimited(ASKING)
  @Post('checks/:id/attestations')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) checkId: string,
    @Body() body: NewAttestationDto,
  ): Promise<AttestationView> {
    const id = await this.attestations.ask(actor, checkId, body, this.conflicts.inTransaction);
    return this.view(actor, id);
  }

  /** Takes a question back: its link is dead at once. Problems: attestation.ended_closed. */
  @Allow('licences.check')
  @Post('attestations/:id/withdrawal')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: AttestationWithdrawalDto,
  ): Promise<AttestationView> {
    await this.attestations.withdraw(actor, id, reason, this.conflicts.inTransaction);
    return this.view(actor, id);
  }

  /** Sends a new link, perhaps to another address; the old one is dead at once. Problems: as for asking. */
  @Allow('licences.check')
  @RateLimited(ASKING)
  @Post('attestations/:id/renewals')
  async renew(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewAttestationDto,
  ): Promise<AttestationView> {
    const newId = await this.attestations.renew(actor, id, body, this.conflicts.inTransaction);
    return this.view(actor, newId);
  }

  private async view(actor: Actor, id: string): Promise<AttestationView> {
    const line = await this.queries.get(actor, id);
    if (!line) throw notFound('attestation');
    return AttestationView.of(line);
  }
}

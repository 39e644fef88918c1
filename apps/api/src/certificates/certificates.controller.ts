import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  CertificateChecks,
  CertificateQueries,
  Certificates,
  mayRevokeCertificate,
} from '@himpun/certificates';
import { Settings, type Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { ReplacementDto, RevocationDto } from './certificate.dto';
import { CertificateView, NewCertificateView } from './certificate.view';

@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly queries: CertificateQueries,
    private readonly checks: CertificateChecks,
    private readonly certificates: Certificates,
    private readonly settings: Settings,
  ) {}

  /** The caller's own certificates, newest first. */
  @Allow()
  @Get()
  async mine(@CurrentActor() actor: Actor): Promise<CertificateView[]> {
    if (!actor.personId) return [];
    const own = await this.queries.ofPerson(actor.personId);
    const checked = await Promise.all(own.map((certificate) => this.checks.checkRecord(certificate)));
    return checked.map((check) => CertificateView.of(check, this.settings.publicUrl));
  }

  /** One certificate, for its holder or an officer of its group. */
  @Allow()
  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CertificateView> {
    const certificate = await this.queries.seen(actor, id);
    const check = await this.checks.checkRecord(certificate);
    return CertificateView.of(check, this.settings.publicUrl, mayRevokeCertificate(actor, certificate));
  }

  /** Takes a certificate back for good. */
  @Allow('certificates.issue')
  @Post(':id/revocation')
  @HttpCode(204)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RevocationDto,
  ): Promise<void> {
    await this.certificates.revoke(actor, id, body.reason);
  }

  /** Puts a corrected certificate in its place, which revokes it. Problems: certificate.closed, certificate.in_progress. */
  @Allow('certificates.issue')
  @Post(':id/replacement')
  async replace(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { recipientName, reason }: ReplacementDto,
  ): Promise<NewCertificateView> {
    return this.certificates.replace(actor, id, { recipientName, reason });
  }
}

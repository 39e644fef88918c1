import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { TrustedIssuerQueries, TrustedIssuers, readRootCertificate } from '@himpun/credentials';
import { DomainError, type Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import {
  NewTrustedIssuerDto,
  RootCertificateDto,
  TrustedIssuersQuery,
  TrustEndingDto,
} from './trusted-issuer.dto';
import { RootCertificateView, TrustedIssuerMadeView, TrustedIssuerView } from './trusted-issuer.view';

@Controller('trusted-issuers')
export class TrustedIssuersController {
  constructor(
    private readonly issuers: TrustedIssuers,
    private readonly queries: TrustedIssuerQueries,
  ) {}

  /** A group's own list, those believed now first. */
  @Allow('issuers.trust', 'licences.check')
  @Get()
  async list(@Query() { groupId }: TrustedIssuersQuery): Promise<TrustedIssuerView[]> {
    return (await this.queries.listOf(groupId)).map((line) => TrustedIssuerView.of(line));
  }

  /** Believes an issuer from now on. Problems: trusted_issuer.taken, trusted_issuer.invalid. */
  @Allow('issuers.trust')
  @Post()
  async trust(
    @CurrentActor() actor: Actor,
    @Body() body: NewTrustedIssuerDto,
  ): Promise<TrustedIssuerMadeView> {
    return { id: await this.issuers.trust(actor, body) };
  }

  /** What a root certificate says of itself, before anybody believes it; keeps nothing. Problems: trusted_issuer.invalid. */
  @Allow('issuers.trust')
  @Post('certificate-readings')
  @HttpCode(200)
  read(@Body() { rootCertificate }: RootCertificateDto): RootCertificateView {
    const read = readRootCertificate(rootCertificate);
    if ('code' in read) throw new DomainError('trusted_issuer.invalid', read.text, [read]);
    return RootCertificateView.of(read);
  }

  /** Believes an issuer no longer. */
  @Allow('issuers.trust')
  @Post(':id/ending')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: TrustEndingDto,
  ): Promise<void> {
    await this.issuers.end(actor, id, reason);
  }
}

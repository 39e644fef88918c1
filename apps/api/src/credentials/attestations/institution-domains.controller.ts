import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { InstitutionDomains } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../../http/allow';
import { CurrentActor } from '../../http/current-actor';
import {
  InstitutionDomainEndingDto,
  InstitutionDomainsQuery,
  NewInstitutionDomainDto,
} from './attestation.dto';
import { InstitutionDomainView, MadeView } from './attestation.view';

@Controller('institution-domains')
export class InstitutionDomainsController {
  constructor(private readonly domains: InstitutionDomains) {}

  /** Domains that a group's officers vouch for, those in force first. */
  @Allow('issuers.trust', 'licences.check')
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { groupId, q }: InstitutionDomainsQuery,
  ): Promise<InstitutionDomainView[]> {
    return (await this.domains.listOf(actor, groupId, q)).map((line) => InstitutionDomainView.of(line));
  }

  /** Records a domain. Problems: institution_domain.invalid (shared, public mail), institution_domain.taken. */
  @Allow('issuers.trust')
  @Post()
  async record(@CurrentActor() actor: Actor, @Body() body: NewInstitutionDomainDto): Promise<MadeView> {
    return { id: await this.domains.record(actor, { ...body, contactEmail: body.contactEmail || null }) };
  }

  /** From now on nobody is asked there. */
  @Allow('issuers.trust')
  @Post(':id/ending')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: InstitutionDomainEndingDto,
  ): Promise<void> {
    await this.domains.end(actor, id, reason);
  }
}

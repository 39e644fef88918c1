import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { SponsorNaming, SponsorshipQueries, Sponsorships } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { NewSponsorDto, SponsorRefusalDto } from './sponsor.dto';
import { CaseSponsorView, NamedSponsorView, SponsorAskedView, SponsorshipView } from './sponsor.view';

@Controller()
export class SponsorsController {
  constructor(
    private readonly naming: SponsorNaming,
    private readonly sponsorships: Sponsorships,
    private readonly queries: SponsorshipQueries,
  ) {}

  /** Whom the applicant named, and what became of it. Problems: application.not_found. */
  @Allow()
  @Get('applications/:id/sponsors')
  async named(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<NamedSponsorView[]> {
    return (await this.queries.named(actor, id)).map((one) => NamedSponsorView.of(one));
  }

  /**
   * Asks a member, if there is one of this number or address; the answer does not tell. Problems: sponsor.invalid,
   * sponsor.own_mismatch, sponsor.named_conflict, sponsor.enough_conflict, application.section_closed.
   */
  @Allow()
  @Post('applications/:id/sponsors')
  async name(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { requirementId, named }: NewSponsorDto,
  ): Promise<SponsorAskedView> {
    return { id: await this.naming.name(actor, id, requirementId, named) };
  }

  /** Takes a question back that was not answered yet. Problems: sponsor.not_found, sponsorship.closed. */
  @Allow()
  @Delete('applications/:id/sponsors/:sponsorId')
  @HttpCode(204)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sponsorId', ParseUUIDPipe) sponsorId: string,
  ): Promise<void> {
    await this.naming.takeBack(actor, id, sponsorId);
  }

  /** Who asks the reader to vouch for them; open requests first. */
  @Allow()
  @Get('sponsorships')
  async mine(@CurrentActor() { personId }: Actor): Promise<SponsorshipView[]> {
    if (personId === null) return [];
    return (await this.queries.mine(personId)).map((line) => SponsorshipView.of(line));
  }

  /** Vouches for the applicant. Problems: sponsorship.closed, sponsorship.standing_conflict, sponsorship.limit_conflict. */
  @Allow()
  @Post('sponsorships/:id/confirmation')
  @HttpCode(204)
  async confirm(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.sponsorships.confirm(actor, id);
  }

  /** Does not; the applicant is only asked to name another. Problems: sponsorship.not_found, sponsorship.closed. */
  @Allow()
  @Post('sponsorships/:id/refusal')
  @HttpCode(204)
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: SponsorRefusalDto,
  ): Promise<void> {
    await this.sponsorships.decline(actor, id, reason);
  }

  /** The sponsors of a case, with why who declined. Problems: application.not_found, application.forbidden. */
  @Allow('applications.review', 'applications.decide')
  @Get('review/applications/:id/sponsors')
  async ofCase(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CaseSponsorView[]> {
    return (await this.queries.ofCase(actor, id)).map((line) => CaseSponsorView.of(line));
  }
}

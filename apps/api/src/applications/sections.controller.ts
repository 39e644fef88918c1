import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApplicationDetails, ApplicationSections } from '@himpun/membership';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { DetailsDto, OfferDto, SectionDto } from './application.dto';
import { AnswerView, SavedView } from './application.view';

@Controller('applications/:id')
export class SectionsController {
  constructor(
    private readonly sections: ApplicationSections,
    private readonly details: ApplicationDetails,
  ) {}

  /**
   * Saves a section over the version named in If-Match ("0" for none yet). Problems: application_section.stale (with
   * current), application_section.invalid, application.section_closed, requirement.not_found.
   */
  @Allow()
  @Put('sections/:requirementId')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requirementId') requirementId: string,
    @IfMatch() version: number,
    @Body() { value }: SectionDto,
  ): Promise<AnswerView> {
    return AnswerView.of(await this.sections.save(actor, id, requirementId, { version, value }));
  }

  /** Changes the applicant's details over the version in If-Match. Problems: person.stale (with current), application_details.invalid. */
  @Allow()
  @Put('details')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: DetailsDto,
  ): Promise<SavedView> {
    return { version: await this.details.change(actor, id, version, { ...body }) };
  }

  /** Offers an own credential for a requirement. Problems: credential.not_found, application_credential.mismatch. */
  @Allow()
  @Post('credentials')
  @HttpCode(204)
  async offer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OfferDto,
  ): Promise<void> {
    await this.sections.offer(actor, id, { ...body });
  }

  /** Takes an offered credential back out; the credential itself stays. */
  @Allow()
  @Delete('credentials/:requirementId/:credentialId')
  @HttpCode(204)
  async takeOut(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requirementId') requirementId: string,
    @Param('credentialId', ParseUUIDPipe) credentialId: string,
  ): Promise<void> {
    await this.sections.takeOut(actor, id, { requirementId, credentialId });
  }
}

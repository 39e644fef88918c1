import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { DisclosureReviews, MemberDisclosures } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { AssessmentDto } from './disclosure.dto';
import { CaseDisclosureView, OpenedDisclosureView } from './disclosure.view';

@Allow('applications.review', 'applications.decide')
@Controller()
export class CaseDisclosuresController {
  constructor(
    private readonly reviews: DisclosureReviews,
    private readonly members: MemberDisclosures,
  ) {}

  /** The disclosures of a case, without contents. Problems: application.not_found, application.forbidden. */
  @Get('review/applications/:id/disclosures')
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CaseDisclosureView[]> {
    return (await this.reviews.ofCase(actor, id)).map((line) => CaseDisclosureView.of(line));
  }

  /** Opens one; who opened it is put on record and shown to the applicant. Problems: disclosure.not_found, application.forbidden. */
  @Post('review/applications/:id/disclosures/:disclosureId/readings')
  @HttpCode(200)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('disclosureId', ParseUUIDPipe) disclosureId: string,
  ): Promise<OpenedDisclosureView> {
    return OpenedDisclosureView.of(await this.reviews.read(actor, id, disclosureId));
  }

  /**
   * Assesses one that was read. Problems: disclosure.not_found, disclosure.closed, disclosure.unread_conflict,
   * disclosure_assessment.refused (with reasons).
   */
  @Post('review/applications/:id/disclosures/:disclosureId/assessments')
  @HttpCode(204)
  async assess(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('disclosureId', ParseUUIDPipe) disclosureId: string,
    @Body() { verdict, reason, conditions }: AssessmentDto,
  ): Promise<void> {
    const assessment = { verdict, reason, conditions: conditions ?? null };
    await this.reviews.assess(actor, id, disclosureId, assessment);
  }

  /** Opens what a member told; put on record likewise. Problems: standing_case.not_found, disclosure.not_found. */
  @Post('standing-cases/:id/disclosure/readings')
  @HttpCode(200)
  async readOfMember(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OpenedDisclosureView> {
    return OpenedDisclosureView.of(await this.members.read(actor, id));
  }
}

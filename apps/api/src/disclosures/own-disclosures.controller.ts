import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { MemberDisclosures, OwnDisclosures } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { DisclosureDto, TellingDto } from './disclosure.dto';
import { DisclosedView, OwnDisclosureView, ToldDisclosureView } from './disclosure.view';

@Controller()
export class OwnDisclosuresController {
  constructor(
    private readonly own: OwnDisclosures,
    private readonly members: MemberDisclosures,
  ) {}

  /** One's own answers, opened. Problems: application.not_found. */
  @Allow()
  @Get('applications/:id/disclosures/:requirementId')
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requirementId') requirementId: string,
  ): Promise<OwnDisclosureView> {
    return OwnDisclosureView.of(await this.own.get(actor, id, requirementId));
  }

  /** Answers the questions. Problems: disclosure.invalid (reasons), disclosure.stale (current), application.section_closed. */
  @Allow()
  @Put('applications/:id/disclosures/:requirementId')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requirementId') requirementId: string,
    @Body() { answers, evidenceFileIds, replaces }: DisclosureDto,
  ): Promise<DisclosedView> {
    const given = {
      answers: answers.map(({ questionId, yes, explanation }) => ({ questionId, yes, explanation })),
      evidenceFileIds,
      replaces: replaces ?? null,
    };
    return { id: await this.own.answer(actor, id, requirementId, given) };
  }

  /** What the reader told as a member, newest first. */
  @Allow()
  @Get('disclosures')
  async mine(@CurrentActor() { personId }: Actor): Promise<ToldDisclosureView[]> {
    if (personId === null) return [];
    return (await this.members.mine(personId)).map((line) => ToldDisclosureView.of(line));
  }

  /** Tells the officers of one's group. Problems: membership.not_found, disclosure.invalid (reasons), disclosure.exhausted. */
  @Allow()
  @Post('disclosures')
  async tell(@CurrentActor() actor: Actor, @Body() body: TellingDto): Promise<DisclosedView> {
    return { id: await this.members.tell(actor, body) };
  }
}

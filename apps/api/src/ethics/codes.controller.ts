import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Codes } from '@himpun/ethics';
import { notFound, type Actor } from '@himpun/kernel';
import { Admissions } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { AcknowledgementDto, NewCodeDto } from './code.dto';
import { AdmissionView, CodeView, PublishedView } from './code.view';

@Controller()
export class CodesController {
  constructor(
    private readonly codes: Codes,
    private readonly admissions: Admissions,
  ) {}

  /** The code that binds the members of a group now, and whether the reader has acknowledged it. */
  @Allow()
  @Get('groups/:groupId/code')
  async current(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
  ): Promise<CodeView> {
    const code = await this.codes.current(groupId);
    if (!code) throw notFound('code');
    return CodeView.of(
      code,
      actor.personId ? await this.codes.acknowledgedBy(actor.personId, code.id) : null,
    );
  }

  /** Publishes the next edition; its text is fixed from then on. Problems: code.incomplete (with reasons), code.forbidden, code.conflict. */
  @Allow('ethics.publish')
  @Post('groups/:groupId/codes')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() body: NewCodeDto,
  ): Promise<PublishedView> {
    const { acknowledgeBy, changes, ...text } = body;
    return { id: await this.codes.publish(actor, groupId, text, { acknowledgeBy, changes }) };
  }

  /** Acknowledges the current edition; membership begins with it where it was approved before. Repeating changes nothing. */
  @Allow()
  @Post('codes/:codeId/acknowledgements')
  @HttpCode(200)
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param('codeId', ParseUUIDPipe) codeId: string,
    @Body() body: AcknowledgementDto,
  ): Promise<AdmissionView> {
    return AdmissionView.of(await this.admissions.acknowledge(actor, codeId, body));
  }
}

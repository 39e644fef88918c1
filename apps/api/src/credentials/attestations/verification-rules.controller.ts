import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { VerificationRules } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../../http/allow';
import { CurrentActor } from '../../http/current-actor';
import { IfMatch } from '../../http/if-match';
import { VerificationRuleDto } from './attestation.dto';
import { OpenWorkView, VerificationRuleVersionView, VerificationRuleView } from './attestation.view';

@Controller('groups/:groupId/verification-rules')
export class VerificationRulesController {
  constructor(private readonly rules: VerificationRules) {}

  /** What holds for the group now. */
  @Allow('rules.publish', 'licences.check', 'issuers.trust')
  @Get()
  async show(@Param('groupId', ParseUUIDPipe) groupId: string): Promise<VerificationRuleView> {
    return VerificationRuleView.of(await this.rules.inForce(null, groupId));
  }

  /** Publishes the next version; questions that are out keep theirs. Problems: verification_rule.invalid, verification_rule.stale. */
  @Allow('rules.publish')
  @Post()
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The group’s own version seen, in quotes; "0" where it has none',
  })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @IfMatch() seen: number,
    @Body() body: VerificationRuleDto,
  ): Promise<VerificationRuleView> {
    await this.rules.publish(actor, groupId, seen, body);
    return this.show(groupId);
  }

  /** The group's own versions, the newest first. */
  @Allow('rules.publish', 'licences.check', 'issuers.trust')
  @Get('versions')
  async versions(@Param('groupId', ParseUUIDPipe) groupId: string): Promise<VerificationRuleVersionView[]> {
    return (await this.rules.versions(groupId)).map((line) => VerificationRuleVersionView.of(line));
  }

  /** What is open there and would meet another version. */
  @Allow('rules.publish')
  @Get('open-work')
  openWork(@Param('groupId', ParseUUIDPipe) groupId: string): Promise<OpenWorkView> {
    return this.rules.open(groupId);
  }
}

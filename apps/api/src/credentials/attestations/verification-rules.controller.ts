import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { VerificationRules } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../../http/allow';
import { CurrentActor } from '../../http/current-actor';
import { VerificationRuleDto } from './attestation.dto';
import { VerificationRuleView } from './attestation.view';

@Controller('groups/:groupId/verification-rules')
export class VerificationRulesController {
  constructor(private readonly rules: VerificationRules) {}

  /** What holds for the group now. */
  @Allow('rules.publish', 'licences.check', 'issuers.trust')
  @Get()
  async show(@Param('groupId', ParseUUIDPipe) groupId: string): Promise<VerificationRuleView> {
    return VerificationRuleView.of(await this.rules.inForce(null, groupId));
  }

  /** Publishes the next version; questions that are out keep theirs. Problems: verification_rule.invalid. */
  @Allow('rules.publish')
  @Post()
  async publish(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() body: VerificationRuleDto,
  ): Promise<VerificationRuleView> {
    await this.rules.publish(actor, groupId, body);
    return this.show(groupId);
  }
}

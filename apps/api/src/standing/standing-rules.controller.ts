import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { StandingRules } from '@himpun/groups';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { NewStandingRuleDto, StandingRuleView } from './standing-rule.dto';

@Controller('groups/:groupId/standing-rules')
export class StandingRulesController {
  constructor(private readonly rules: StandingRules) {}

  /** The rule of standing in force: the group's own, or that of the nearest group above. */
  @Allow()
  @Get('current')
  current(@Param('groupId', ParseUUIDPipe) groupId: string): Promise<StandingRuleView> {
    return this.rules.of(null, groupId);
  }

  /** Publishes the next version. Problems: standing_rule.incomplete (reasons by field), standing_rule.stale, standing_rule.forbidden. */
  @Allow('rules.publish')
  @Post()
  async publish(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() { rule, reason, seenVersion }: NewStandingRuleDto,
  ): Promise<StandingRuleView> {
    await this.rules.publish(actor, groupId, seenVersion, { rule, reason });
    return this.rules.of(null, groupId);
  }
}

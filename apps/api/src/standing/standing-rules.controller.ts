import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CheckSources, StandingRuleEffectsQueries } from '@himpun/credentials';
import { StandingRules } from '@himpun/groups';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import {
  NamedSourceView,
  NewStandingRuleDto,
  StandingRuleDraftDto,
  StandingRulePreviewView,
  StandingRuleVersionView,
  StandingRuleView,
} from './standing-rule.dto';

@Controller('groups/:groupId/standing-rules')
export class StandingRulesController {
  constructor(
    private readonly rules: StandingRules,
    private readonly effects: StandingRuleEffectsQueries,
    private readonly sources: CheckSources,
  ) {}

  /** The rule of standing in force: the group's own, or that of the nearest group above. */
  @Allow()
  @Get('current')
  current(@Param('groupId', ParseUUIDPipe) groupId: string): Promise<StandingRuleView> {
    return this.rules.of(null, groupId);
  }

  /** The group's own versions, the newest first. */
  @Allow('rules.publish', 'licences.check', 'applications.decide')
  @Get()
  async versions(@Param('groupId', ParseUUIDPipe) groupId: string): Promise<StandingRuleVersionView[]> {
    return (await this.rules.versions(groupId)).map((line) => ({
      ...line,
      publishedAt: line.publishedAt.toISOString(),
    }));
  }

  /** What a draft would change: questions a month, meanings, letters of the next sweep. Publishes nothing. */
  @Allow('rules.publish')
  @Post('previews')
  @HttpCode(200)
  async preview(
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() { rule }: StandingRuleDraftDto,
  ): Promise<StandingRulePreviewView> {
    const { rechecks, ...rest } = await this.effects.of(groupId, rule);
    return {
      ...rest,
      rechecks: rechecks.map((line) => ({
        ...line,
        sourceName: this.sources.named(line.source)?.name ?? { id: line.source, en: line.source },
      })),
    };
  }

  /** The sources that a line may name. */
  @Allow('rules.publish', 'licences.check', 'applications.decide')
  @Get('sources')
  named(@Param('groupId', ParseUUIDPipe) _groupId: string): NamedSourceView[] {
    return this.sources.all.map(({ id, name }) => ({ id, name }));
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

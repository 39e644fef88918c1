import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Actor } from '@himpun/kernel';
import { RuleChanges } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { NewRuleDto, RuleDraftDto } from './rule.dto';
import { GradeRuleView, PublishedRuleView, RuledGradeView, RulePreviewView } from './rule.view';

@Allow('rules.publish')
@Controller('rules')
export class RulesController {
  constructor(private readonly changes: RuleChanges) {}

  /** The grades whose rules the officer may change. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<RuledGradeView[]> {
    return (await this.changes.grades(actor)).map((grade) => RuledGradeView.of(grade));
  }

  /** A grade with the rule that holds. Problems: grade.not_found, admission_rule.forbidden. */
  @Get(':gradeId')
  async get(
    @CurrentActor() actor: Actor,
    @Param('gradeId', ParseUUIDPipe) gradeId: string,
  ): Promise<GradeRuleView> {
    return GradeRuleView.of(await this.changes.of(actor, gradeId));
  }

  /** What a draft would make of the open cases; changes nothing. Problems: admission_rule.invalid (reasons by field). */
  @Post(':gradeId/previews')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('gradeId', ParseUUIDPipe) gradeId: string,
    @Body() body: RuleDraftDto,
  ): Promise<RulePreviewView> {
    return RulePreviewView.of(await this.changes.preview(actor, gradeId, RuleDraftDto.draft(body)));
  }

  /** Publishes the next version. Problems: admission_rule.stale, admission_rule.invalid, admission_rule.conflict. */
  @Post(':gradeId/versions')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The rule’s version seen, in quotes: "3"' })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('gradeId', ParseUUIDPipe) gradeId: string,
    @IfMatch() version: number,
    @Body() body: NewRuleDto,
  ): Promise<PublishedRuleView> {
    return this.changes.publish(actor, gradeId, RuleDraftDto.draft(body), body.openCases, version);
  }
}

import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Actor } from '@himpun/kernel';
import { BotRules } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { BotRuleDto } from './bot.dto';
import { BotView, PublishedBotRuleView } from './bot.view';

@Allow('rules.publish')
@Controller('bots')
export class BotsController {
  constructor(private readonly rules: BotRules) {}

  /** The bots of the groups whose rules the officer may publish, switched on or not. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<BotView[]> {
    return (await this.rules.list(actor)).map((bot) => BotView.of(bot));
  }

  /** Says what the bot may do from now on. Problems: bot_rule.stale (current), bot_rule.incomplete (reasons), bot_rule.forbidden. */
  @Post(':groupId/versions')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version seen, in quotes: "0" for none' })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @IfMatch() seen: number,
    @Body() { approves, closes, reason }: BotRuleDto,
  ): Promise<PublishedBotRuleView> {
    const rule = {
      approves,
      closes: closes ? { afterDays: closes.afterDays, remindDays: closes.remindDays } : null,
    };
    return { version: await this.rules.publish(actor, groupId, { rule, reason: reason.trim(), seen }) };
  }
}

import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { GovernanceQueries } from '@himpun/governance';
import type { Actor } from '@himpun/kernel';
import { Desks } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { DeskDto } from './desk.dto';
import { DeskView } from './desk.view';
import { VersionView } from './queue.view';

/** How a group keeps what it promises its applicants. */
@Allow('rules.publish')
@Controller('review/desks')
export class DesksController {
  constructor(
    private readonly desks: Desks,
    private readonly governance: GovernanceQueries,
  ) {}

  /** The calendar, the days of each stage, and the office that hears of broken promises. */
  @Get(':groupId')
  async get(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
  ): Promise<DeskView> {
    const desk = await this.desks.of(actor, groupId);
    return DeskView.of(desk, await this.governance.seatsOf(groupId));
  }

  /** Sets them; cases that are promised already keep their day. Problems: desk.stale, office.mismatch. */
  @Put(':groupId')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version seen, in quotes: "0"' })
  async arrange(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() body: DeskDto,
    @IfMatch() version: number,
  ): Promise<VersionView> {
    return { version: await this.desks.arrange(actor, groupId, DeskDto.settings(body), version) };
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { GroupSources, SourceHealth } from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { GroupSourceView } from './group-source.view';
import { SourceHealthView } from './source-health.view';
import { SourceUseDto } from './source.dto';

@Controller()
export class SourcesController {
  constructor(
    private readonly health: SourceHealth,
    private readonly groupSources: GroupSources,
  ) {}

  /** How every source answers: since when one is away, how many checks wait for it, when it is tried next. */
  @Allow('operations.queues', 'licences.check')
  @Get('operations/sources')
  async list(): Promise<SourceHealthView[]> {
    return (await this.health.all()).map((line) => SourceHealthView.of(line));
  }

  /** Which sources a group uses, and whose word that is. Problems: group.not_found, source.forbidden. */
  @Allow('registers.import', 'licences.check')
  @Get('groups/:groupId/sources')
  async ofGroup(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
  ): Promise<GroupSourceView[]> {
    return (await this.groupSources.of(actor, groupId)).map((line) => GroupSourceView.of(line));
  }

  /** Uses a source in a group and those below it, or no longer. Problems: source.not_found, source.forbidden. */
  @Allow('registers.import')
  @Put('groups/:groupId/sources/:source')
  @HttpCode(204)
  async use(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Param('source') source: string,
    @Body() { used, reason }: SourceUseDto,
  ): Promise<void> {
    await this.groupSources.use(actor, { groupId, source, used, reason });
  }
}

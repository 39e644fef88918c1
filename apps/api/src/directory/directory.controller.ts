import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { GroupQueries } from '@himpun/groups';
import type { Actor } from '@himpun/kernel';
import { DirectoryQueries } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { DirectoryQuery } from './directory.dto';
import { DirectoryLineView, DirectoryPageView, DirectoryPersonView, GroupChoiceView } from './directory.view';

@Controller('directory')
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryQueries,
    private readonly groups: GroupQueries,
  ) {}

  /** Members of the groups the officer looks after, best match first. */
  @Allow('members.read')
  @Get('people')
  async search(@CurrentActor() actor: Actor, @Query() query: DirectoryQuery): Promise<DirectoryPageView> {
    const { q = '', groupId = null, page, pageSize } = query;
    const { items, total } = await this.directory.search(actor, { q, groupId, page, pageSize });
    return { items: items.map((line) => DirectoryLineView.of(line)), total, page, pageSize };
  }

  /** One member's record. */
  @Allow('members.read')
  @Get('people/:personId')
  async person(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
  ): Promise<DirectoryPersonView> {
    return DirectoryPersonView.of(await this.directory.person(actor, personId));
  }

  /** All groups of the tree, to choose from; parents before children. */
  @Allow()
  @Get('groups')
  async list(): Promise<GroupChoiceView[]> {
    return (await this.groups.all()).map((group) => GroupChoiceView.of(group));
  }
}

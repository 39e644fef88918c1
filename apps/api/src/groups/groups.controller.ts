import { Controller, Get } from '@nestjs/common';
import { GroupQueries } from '@himpun/groups';
import { GradeQueries } from '@himpun/membership';
import { Public } from '../http/allow';
import { GroupView } from './group.view';

@Controller('groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupQueries,
    private readonly grades: GradeQueries,
  ) {}

  /** All groups, parents first, each with the grades that take applications and what they ask for. */
  @Public()
  @Get()
  async list(): Promise<GroupView[]> {
    const [groups, grades] = await Promise.all([this.groups.all(), this.grades.open()]);
    return groups.map((group) => GroupView.of(group, grades));
  }
}

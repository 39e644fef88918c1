import { Injectable } from '@nestjs/common';
import { DuplicateSearch } from '@himpun/people';
import { ScheduledTask } from '../queue/scheduled-task';

/** Looks for people who may be one, among those who are new or changed. */
@Injectable()
export class FindDuplicates extends ScheduledTask {
  constructor(private readonly search: DuplicateSearch) {
    super();
  }

  async run(): Promise<void> {
    await this.search.run();
  }
}

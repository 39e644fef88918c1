import { Injectable } from '@nestjs/common';
import { ListRetention } from '@himpun/credentials';
import { ScheduledTask } from '../queue/scheduled-task';

/** Erases lists of people whose time is over. */
@Injectable()
export class EraseLists extends ScheduledTask {
  constructor(private readonly retention: ListRetention) {
    super();
  }

  async run(): Promise<void> {
    await this.retention.run();
  }
}

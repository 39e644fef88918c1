import { Injectable } from '@nestjs/common';
import { Rechecks } from '@himpun/credentials';
import { ScheduledTask } from '../queue/scheduled-task';

/** Asks again about the credentials of members whose time has come. */
@Injectable()
export class RepeatChecks extends ScheduledTask {
  constructor(private readonly rechecks: Rechecks) {
    super();
  }

  async run(): Promise<void> {
    await this.rechecks.sweep();
  }
}

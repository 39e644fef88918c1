import { Injectable } from '@nestjs/common';
import { WaitingChecks } from '@himpun/credentials';
import { ScheduledTask } from '../queue/scheduled-task';

/** Brings back checks that wait for a source, when it may be asked again. */
@Injectable()
export class ResumeChecks extends ScheduledTask {
  constructor(private readonly waiting: WaitingChecks) {
    super();
  }

  async run(): Promise<void> {
    await this.waiting.resume();
  }
}

import { Injectable } from '@nestjs/common';
import { SourceAnswers } from '@himpun/credentials';
import { ScheduledTask } from '../queue/scheduled-task';

/** Removes kept answers of sources that are too old to serve again. */
@Injectable()
export class SweepAnswers extends ScheduledTask {
  constructor(private readonly answers: SourceAnswers) {
    super();
  }

  async run(): Promise<void> {
    await this.answers.sweep();
  }
}

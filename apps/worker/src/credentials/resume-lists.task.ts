import { Injectable } from '@nestjs/common';
import { ListTurns } from '@himpun/credentials';
import { ScheduledTask } from '../queue/scheduled-task';

/** Takes up lists whose turn got lost, or whose source answers again. */
@Injectable()
export class ResumeLists extends ScheduledTask {
  constructor(private readonly turns: ListTurns) {
    super();
  }

  async run(): Promise<void> {
    await this.turns.resume();
  }
}

import { Injectable } from '@nestjs/common';
import { BotDecisions } from '@himpun/membership';
import { ScheduledTask } from '../queue/scheduled-task';

/** Bots of groups look at what is new: they approve, remind and close by their groups' rules. */
@Injectable()
export class KeepUpBots extends ScheduledTask {
  constructor(private readonly bots: BotDecisions) {
    super();
  }

  async run(): Promise<void> {
    await this.bots.keepUp();
  }
}

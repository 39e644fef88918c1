import { Injectable } from '@nestjs/common';
import { AcknowledgementRounds } from '@himpun/membership';
import { ScheduledTask } from '../queue/scheduled-task';

/** Asks members to acknowledge a new edition of their code, and reminds them of its last day. */
@Injectable()
export class AskAcknowledgements extends ScheduledTask {
  constructor(private readonly rounds: AcknowledgementRounds) {
    super();
  }

  async run(): Promise<void> {
    await this.rounds.sweep();
  }
}

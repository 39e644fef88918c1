import { Injectable } from '@nestjs/common';
import { EvidenceRetention } from '@himpun/membership';
import { ScheduledTask } from '../queue/scheduled-task';

/** Deletes evidence whose time is over by the rules of the groups that received it. */
@Injectable()
export class EraseEvidence extends ScheduledTask {
  constructor(private readonly retention: EvidenceRetention) {
    super();
  }

  async run(): Promise<void> {
    await this.retention.run();
  }
}

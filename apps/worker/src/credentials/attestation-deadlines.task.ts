import { Injectable } from '@nestjs/common';
import { AttestationDeadlines } from '@himpun/credentials';
import { ScheduledTask } from '../queue/scheduled-task';

/** Reminds institutions that have not answered, and ends questions whose time is over. */
@Injectable()
export class KeepUpAttestations extends ScheduledTask {
  constructor(private readonly deadlines: AttestationDeadlines) {
    super();
  }

  async run(): Promise<void> {
    await this.deadlines.keepUp();
  }
}

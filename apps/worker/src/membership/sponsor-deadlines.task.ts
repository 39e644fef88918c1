import { Injectable } from '@nestjs/common';
import { SponsorDeadlines } from '@himpun/membership';
import { ScheduledTask } from '../queue/scheduled-task';

/** Reminds sponsors who have not answered, and ends questions whose time is over. */
@Injectable()
export class KeepUpSponsors extends ScheduledTask {
  constructor(private readonly deadlines: SponsorDeadlines) {
    super();
  }

  async run(): Promise<void> {
    await this.deadlines.keepUp();
  }
}

import { Injectable } from '@nestjs/common';
import { ExpiryReminders } from '@himpun/credentials';
import { ScheduledTask } from '../queue/scheduled-task';

/** Reminds members of the last days of their credentials. */
@Injectable()
export class RemindOfExpiry extends ScheduledTask {
  constructor(private readonly reminders: ExpiryReminders) {
    super();
  }

  async run(): Promise<void> {
    await this.reminders.sweep();
  }
}

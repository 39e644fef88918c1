import { Injectable } from '@nestjs/common';
import { CaseEscalations } from '@himpun/membership';
import { ScheduledTask } from '../queue/scheduled-task';

/** Tells offices of cases whose promised day is over. */
@Injectable()
export class EscalateCases extends ScheduledTask {
  constructor(private readonly escalations: CaseEscalations) {
    super();
  }

  async run(): Promise<void> {
    await this.escalations.sweep();
  }
}

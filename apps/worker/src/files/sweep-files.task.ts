import { Injectable } from '@nestjs/common';
import { FileSweep } from '@himpun/files';
import { ScheduledTask } from '../queue/scheduled-task';

/** Removes contents that no file refers to any more. */
@Injectable()
export class SweepFiles extends ScheduledTask {
  constructor(private readonly sweep: FileSweep) {
    super();
  }

  async run(): Promise<void> {
    await this.sweep.run();
  }
}

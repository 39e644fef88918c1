import { Injectable } from '@nestjs/common';
import { FileSealing, FileSweep } from '@himpun/files';
import { ScheduledTask } from '../queue/scheduled-task';

/** Seals contents that lie in plain since before there were keys; removes those that no file refers to any more. */
@Injectable()
export class SweepFiles extends ScheduledTask {
  constructor(
    private readonly sealing: FileSealing,
    private readonly sweep: FileSweep,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.sealing.run();
    await this.sweep.run();
  }
}

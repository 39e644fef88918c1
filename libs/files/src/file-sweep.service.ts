import { Injectable } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import { FileQueries } from './file.queries';
import { FileStorage } from './file-storage';

const HOUR = 60 * 60 * 1_000;
const BATCH = 500;

/** Removes contents that no file in use refers to: what a killed process left, and what was deleted. */
@Injectable()
export class FileSweep {
  constructor(
    private readonly queries: FileQueries,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
  ) {}

  /** Runs once; returns how many contents were removed. Contents younger than an hour may belong to a running upload. */
  async run(): Promise<number> {
    let removed = 0;
    let batch: string[] = [];
    const sweep = async (): Promise<void> => {
      const orphans = await this.queries.orphansAmong(batch);
      for (const key of orphans) await this.storage.forget(key);
      removed += orphans.length;
      batch = [];
    };
    for await (const key of this.storage.keysBefore(new Date(this.clock.now().getTime() - HOUR))) {
      batch.push(key);
      if (batch.length >= BATCH) await sweep();
    }
    if (batch.length > 0) await sweep();
    return removed;
  }
}

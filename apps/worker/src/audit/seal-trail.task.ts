import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { AuditSeals } from '@himpun/audit';
import { Clock, Settings } from '@himpun/kernel';
import { ScheduledTask } from '../queue/scheduled-task';

const BATCH = 1_000;

/**
 * Seals the audit trail, and writes each new head of the chain where the database's owner does not write: to a file of
 * the data folder and to the log. Who rewrites the whole chain cannot rewrite those.
 */
@Injectable()
export class SealTrail extends ScheduledTask {
  private readonly logger = new Logger('audit');

  constructor(
    private readonly seals: AuditSeals,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<void> {
    let sealed = 0;
    let batch: number;
    do {
      batch = await this.seals.seal(BATCH);
      sealed += batch;
    } while (batch === BATCH);
    if (sealed === 0) return;
    const head = await this.seals.head();
    if (!head) return;
    const line = JSON.stringify({ at: this.clock.now().toISOString(), ...head });
    this.logger.log(`sealed ${line}`);
    await mkdir(this.settings.dataDir, { recursive: true });
    await appendFile(join(this.settings.dataDir, 'audit-heads.jsonl'), `${line}\n`, { mode: 0o600 });
  }
}

import { Inject, Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DEFAULT_ZONE } from '@himpun/kernel';
import type { CronRepeatOptions, EveryRepeatOptions, Job } from 'bull';
import { CHOREOGRAPHY, type Choreography, type Schedule } from './choreography';
import { Loop } from './loop';
import { Queues } from './queues';
import { RedisConnections } from './redis-connections';
import type { ScheduledTask } from './scheduled-task';
import { DEFAULT_TIMEOUT_MS } from './bull-settings';
import { withinTime } from './within-time';

const PAUSE_MS = 5_000;
const KEPT_S = 600;

/**
 * Keeps every schedule registered with Bull (each firing is one job with its own id, so many workers fire it once), also
 * after Redis lost it, and runs what fires.
 */
@Injectable()
export class SchedulesKeeper {
  private readonly logger = new Logger('schedules');
  private readonly loop = new Loop('schedules', PAUSE_MS, async () => (await this.register(), false));

  constructor(
    @Inject(CHOREOGRAPHY) private readonly choreography: Choreography,
    private readonly modules: ModuleRef,
    private readonly queues: Queues,
    private readonly connections: RedisConnections,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Queues that hold firings. */
  queueNames(): string[] {
    return [...new Set(this.choreography.schedules.map((schedule) => schedule.queue))];
  }

  /** Registers what Bull does not know, forgets what is no schedule any more. */
  async register(): Promise<void> {
    if (!this.connections.isReady()) return;
    for (const name of this.queueNames()) await this.queues.inTime(() => this.registerIn(name));
  }

  /** Runs what fired; a firing that fails is tried again only where its queue's definition says so. */
  async run(job: Job<unknown>): Promise<void> {
    const schedule = this.choreography.schedules.find(({ name }) => name === job.name);
    if (!schedule) return;
    try {
      await withinTime(this.task(schedule).run(), this.timeoutOf(schedule.queue));
    } catch (error) {
      this.logger.error(`${schedule.name}: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  private async registerIn(queueName: string): Promise<void> {
    const queue = this.queues.named(queueName);
    const schedules = this.choreography.schedules.filter((schedule) => schedule.queue === queueName);
    const known = await queue.getRepeatableJobs();
    for (const repeatable of known) {
      if (!schedules.some((schedule) => isOf(repeatable, schedule))) {
        await queue.removeRepeatableByKey(repeatable.key);
      }
    }
    // Adding again is harmless (the next firing has one id) and mends a chain that a killed worker left broken.
    for (const schedule of schedules) {
      await queue.add(
        schedule.name,
        {},
        {
          repeat: repeatOf(schedule),
          attempts: this.choreography.queues.find(({ name }) => name === queueName)?.attempts ?? 1,
          removeOnComplete: { age: KEPT_S },
          removeOnFail: { age: KEPT_S },
        },
      );
    }
  }

  private task(schedule: Schedule): ScheduledTask {
    return this.modules.get<ScheduledTask>(schedule.task, { strict: false });
  }

  private timeoutOf(queue: string): number {
    return this.choreography.queues.find(({ name }) => name === queue)?.timeout ?? DEFAULT_TIMEOUT_MS;
  }
}

function repeatOf(schedule: Schedule): CronRepeatOptions | EveryRepeatOptions {
  return 'every' in schedule ? { every: schedule.every } : { cron: schedule.cron, tz: DEFAULT_ZONE };
}

function isOf(known: { name: string; cron: string; every: number }, schedule: Schedule): boolean {
  if (known.name !== schedule.name) return false;
  return 'every' in schedule ? Number(known.every) === schedule.every : known.cron === schedule.cron;
}

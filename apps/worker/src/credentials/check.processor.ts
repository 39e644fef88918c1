import { Injectable } from '@nestjs/common';
import {
  checkQueueOf,
  CheckRuns,
  LONGEST_WAIT_MS,
  SOURCE_LIMITS,
  type SourceLimits,
} from '@himpun/credentials';
import type { Settings } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor, type Attempt } from '../queue/queue-processor';
import type { QueueDefinition } from '../queue/choreography';

/** The source's own limit ends a check first; this one only ends what hangs elsewhere. */
const GRACE_MS = 15_000;

/** More jobs than questions: while one is read or written down, the source answers another. `CheckRuns` keeps its limit. */
const JOBS_PER_QUESTION = 1.5;

/** One queue per source, each with the source's own limits. */
export const CHECK_QUEUES: readonly QueueDefinition[] = Object.entries(SOURCE_LIMITS).map(
  ([source, limits]) => ({
    name: checkQueueOf(source),
    concurrency: (settings: Settings) => jobsFor(limits, settings),
    attempts: limits.attempts,
    // A job may wait as long for its turn as it may then take.
    timeout: 2 * limits.timeout + LONGEST_WAIT_MS + GRACE_MS,
    forgetsDone: true,
  }),
);

/** At a slow pace more jobs would only wait: two seconds' worth of turns is enough to use every one. */
function jobsFor({ concurrency, perSecond }: SourceLimits, settings: Settings): number {
  const questions = typeof concurrency === 'function' ? concurrency(settings) : concurrency;
  const pace = perSecond?.(settings) ?? 0;
  const jobs = Math.ceil(questions * JOBS_PER_QUESTION);
  return pace > 0 ? Math.min(jobs, Math.max(2, Math.ceil(pace * 2))) : jobs;
}

/** Puts checks to their sources. */
@Injectable()
export class CheckProcessor extends QueueProcessor {
  readonly queues = CHECK_QUEUES.map(({ name }) => name);

  constructor(private readonly runs: CheckRuns) {
    super();
  }

  effect(message: RelayedMessage, attempt: Attempt): Promise<void> {
    return this.runs.run(String(message.payload['checkId']), attempt.number);
  }
}

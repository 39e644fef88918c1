import { Injectable } from '@nestjs/common';
import { checkQueueOf, CheckRuns, SOURCE_LIMITS, type SourceId } from '@himpun/credentials';
import type { Settings } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor, type Attempt } from '../queue/queue-processor';
import type { QueueDefinition } from '../queue/choreography';

const SOURCES = Object.keys(SOURCE_LIMITS) as SourceId[];
/** The source's own limit ends a check first; this one only ends what hangs elsewhere. */
const GRACE_MS = 15_000;

/** More jobs than questions: while one is read or written down, the source answers another. `CheckRuns` keeps its limit. */
const JOBS_PER_QUESTION = 1.5;

/** One queue per source, each with the source's own limits. */
export const CHECK_QUEUES: readonly QueueDefinition[] = SOURCES.map((source) => {
  const limits = SOURCE_LIMITS[source];
  return {
    name: checkQueueOf(source),
    concurrency: (settings) => jobsFor(limits.concurrency, settings),
    attempts: limits.attempts,
    // A job may wait as long for its turn as it may then take.
    timeout: 2 * limits.timeout + GRACE_MS,
    ...('rate' in limits && { limiter: limits.rate }),
  };
});

function jobsFor(concurrency: number | ((settings: Settings) => number), settings: Settings): number {
  const questions = typeof concurrency === 'function' ? concurrency(settings) : concurrency;
  return Math.ceil(questions * JOBS_PER_QUESTION);
}

/** Puts checks to their sources. */
@Injectable()
export class CheckProcessor extends QueueProcessor {
  readonly queues = SOURCES.map(checkQueueOf);

  constructor(private readonly runs: CheckRuns) {
    super();
  }

  effect(message: RelayedMessage, attempt: Attempt): Promise<void> {
    return this.runs.run(String(message.payload['checkId']), attempt.number);
  }
}

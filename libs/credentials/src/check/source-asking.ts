import { Injectable } from '@nestjs/common';
import { Clock, Settings } from '@himpun/kernel';
import {
  NotNow,
  TransientError,
  type CheckAnswer,
  type CheckRequest,
  type CheckSource,
} from '../source/check-source';
import { CheckSources } from '../source/check-sources';
import { LONGEST_WAIT_MS } from '../source-health/source-questions';
import { failedAnswer, waitedTooLong } from './failed-answer.policy';
import { Turns } from './turns';

/** Puts one question to one source, within the source's limits: for checks of applications and of lists alike. */
@Injectable()
export class SourceAsking {
  private readonly turns = new Map<string, Turns>();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly sources: CheckSources,
  ) {}

  /**
   * What the source says. With its last attempt, what may pass by itself comes back as unavailable; so does a source that is
   * not known any more, and one that has been away for too long.
   * @returns NotNow when the source may not be asked now; nothing was asked then.
   * @throws TransientError while there are attempts left
   */
  async ask(
    sourceId: string,
    request: CheckRequest,
    waitingSince: Date | null,
  ): Promise<CheckAnswer | NotNow> {
    const source = this.sources.named(sourceId);
    if (!source) return failedAnswer(null, sourceId);
    return this.turnsOf(source).take(() => this.answerOf(source, request, waitingSince));
  }

  /** How many questions the source takes at a time in this process. */
  atOnce(sourceId: string): number {
    const source = this.sources.named(sourceId);
    return source ? this.concurrencyOf(source) : 1;
  }

  /** The source's limit holds while it is asked; what is read and written around a question keeps no turn. */
  private turnsOf(source: CheckSource): Turns {
    const turns = this.turns.get(source.id) ?? new Turns(this.concurrencyOf(source));
    this.turns.set(source.id, turns);
    return turns;
  }

  private concurrencyOf({ limits: { concurrency } }: CheckSource): number {
    return typeof concurrency === 'function' ? concurrency(this.settings) : concurrency;
  }

  private async answerOf(
    source: CheckSource,
    request: CheckRequest,
    waitingSince: Date | null,
  ): Promise<CheckAnswer | NotNow> {
    const wait = source.limits.perSecond ? LONGEST_WAIT_MS : 0;
    const signal = AbortSignal.timeout(source.limits.timeout + wait);
    try {
      const asked = source.check(request, { now: this.clock.now(), signal });
      return await Promise.race([asked, rejectedAt(signal, source)]);
    } catch (error) {
      if (error instanceof NotNow && !waitedTooLong(waitingSince, this.clock.now())) return error;
      if (error instanceof TransientError && request.attempt < source.limits.attempts) throw error;
      return failedAnswer(error, source.version);
    }
  }
}

function rejectedAt(signal: AbortSignal, source: CheckSource): Promise<never> {
  return new Promise((_resolve, reject) => {
    const late = (): void =>
      reject(new TransientError(`${source.id} took longer than ${source.limits.timeout} ms`));
    if (signal.aborted) late();
    else signal.addEventListener('abort', late, { once: true });
  });
}

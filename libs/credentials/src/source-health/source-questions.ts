import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Settings } from '@himpun/kernel';
import { Turns } from '../check/turns';
import { FinalError, NotNow, TransientError } from '../source/check-source';
import type { Reading, Registry } from '../source/registry';
import { SourceCircuits } from './source-circuits';
import { SourceFigures } from './source-figures';
import { SourcePace } from './source-pace';

/** A check waits so long for its turn with a job of its own; further away, it lets others work. */
export const LONGEST_WAIT_MS = 20_000;

/** Puts questions to registries: only while the registry answers, at its pace, and in time. */
@Injectable()
export class SourceQuestions {
  private readonly lines = new Map<string, Turns>();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly circuits: SourceCircuits,
    private readonly pace: SourcePace,
    private readonly figures: SourceFigures,
  ) {}

  /**
   * @param ask is called when it is this question's turn, with a signal that ends with the registry's time.
   * @throws NotNow when the registry may not be asked now; what `ask` throws.
   */
  async put<T extends { reading: Reading }>(
    { id, limits }: Registry,
    signal: AbortSignal,
    ask: (inTime: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const allowed = await this.circuits.permission(id, limits.timeout + LONGEST_WAIT_MS);
    if (allowed.may === 'wait') throw this.notNow(id, allowed.until);
    const perSecond = limits.perSecond?.(this.settings) ?? 0;
    await this.turn(id, perSecond, signal);
    const began = performance.now();
    const took = (): number => performance.now() - began;
    try {
      const asked = await ask(AbortSignal.any([signal, AbortSignal.timeout(limits.timeout)]));
      if (asked.reading.run === 'unavailable') {
        await this.noAnswer(id, asked.reading.detail ?? 'no answer', took());
      } else {
        await this.circuits.succeeded(id);
        this.figures.note(id, asked.reading.run === 'refused' ? 'refused' : 'answered', took(), limits.cost);
      }
      return asked;
    } catch (error) {
      await this.failed(id, perSecond, error, took());
      throw error;
    }
  }

  /** One of this process's questions at a time waits for the source's next turn, the others behind it. */
  private async turn(id: string, perSecond: number, signal: AbortSignal): Promise<void> {
    const line = this.lines.get(id) ?? new Turns(1);
    this.lines.set(id, line);
    const latest = performance.now() + LONGEST_WAIT_MS;
    await line.take(async () => {
      for (;;) {
        const turn = await this.pace.turn(id, perSecond);
        if (turn.taken) return;
        if (performance.now() + turn.awayMs > latest) {
          throw this.notNow(id, new Date(this.clock.now().getTime() + turn.awayMs));
        }
        await sleep(turn.awayMs, undefined, { signal });
      }
    });
  }

  private async failed(id: string, perSecond: number, error: unknown, ms: number): Promise<void> {
    if (error instanceof FinalError) {
      await this.circuits.succeeded(id);
      return this.figures.note(id, 'refused', ms);
    }
    const pause = error instanceof TransientError ? error.retryAfterMs : undefined;
    if (pause === undefined) return this.noAnswer(id, error instanceof Error ? error.message : 'failed', ms);
    // It lives, and says when it wants to be asked again: nobody asks before.
    this.figures.note(id, 'busy', ms);
    await this.pace.hold(id, pause, perSecond);
  }

  private async noAnswer(id: string, error: string, ms: number): Promise<void> {
    this.figures.note(id, 'failed', ms);
    await this.circuits.failed(id, error);
  }

  private notNow(id: string, until: Date): NotNow {
    this.figures.note(id, 'put_off', 0);
    return new NotNow(until);
  }
}

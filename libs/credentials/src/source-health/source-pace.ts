import { held, measureOf, NONE_TAKEN, spacing, type Standing, type Turn } from './pace.policy';

/** Evenly spaced questions to a source, over all workers. A port: the worker keeps it in Redis. */
export abstract class SourcePace {
  /** Takes a turn if it is time for one. */
  abstract turn(source: string, perSecond: number): Promise<Turn>;

  /** Nobody's turn comes before so many milliseconds have passed. */
  abstract hold(source: string, milliseconds: number, perSecond: number): Promise<void>;
}

/** Where a process that is one of many hands in the pace they share. */
export const SHARED_PACE = Symbol('shared pace of sources');

/** For a process by itself. */
export class OwnPace extends SourcePace {
  private readonly standings = new Map<string, Standing>();
  /** Sources without a limit of ours still say when they want to be left alone. */
  private readonly heldUntil = new Map<string, number>();

  turn(source: string, perSecond: number): Promise<Turn> {
    const now = performance.now();
    if (perSecond <= 0) {
      const awayMs = (this.heldUntil.get(source) ?? 0) - now;
      return Promise.resolve(awayMs > 0 ? { taken: false, awayMs } : { taken: true });
    }
    const { turn, standing } = spacing(this.standingOf(source), now, measureOf(perSecond));
    this.standings.set(source, standing);
    return Promise.resolve(turn);
  }

  hold(source: string, milliseconds: number, perSecond: number): Promise<void> {
    const now = performance.now();
    if (perSecond > 0) {
      const standing = held(this.standingOf(source), now, milliseconds, measureOf(perSecond));
      this.standings.set(source, standing);
    } else this.heldUntil.set(source, Math.max(this.heldUntil.get(source) ?? 0, now + milliseconds));
    return Promise.resolve();
  }

  private standingOf(source: string): Standing {
    return this.standings.get(source) ?? NONE_TAKEN;
  }
}

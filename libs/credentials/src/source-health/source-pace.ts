import { distance, MADE_UP, spacing, type Turn } from './pace.policy';

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
  private readonly next = new Map<string, number>();

  turn(source: string, perSecond: number): Promise<Turn> {
    const { turn, next } = spacing(this.next.get(source) ?? 0, performance.now(), perSecond);
    this.next.set(source, next);
    return Promise.resolve(turn);
  }

  hold(source: string, milliseconds: number, perSecond: number): Promise<void> {
    const until = performance.now() + milliseconds + MADE_UP * distance(perSecond);
    this.next.set(source, Math.max(this.next.get(source) ?? 0, until));
    return Promise.resolve();
  }
}

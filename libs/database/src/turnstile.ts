interface Waiting {
  enter: () => void;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Lets at most `width` tasks per key run at once; the others wait in the order in which they came, without a database
 * connection in their hands. Those who want the same row would only queue at its lock, and the whole pool with them.
 */
export class Turnstile {
  private readonly running = new Map<string, number>();
  private readonly waiting = new Map<string, Waiting[]>();

  /** @param patience milliseconds after which somebody who waits gives up; for ever without it. */
  constructor(
    private readonly width: number,
    private readonly patience?: number,
  ) {}

  /**
   * Runs `task` when it is its turn; its result or error is the caller's.
   * @throws Error "timeout exceeded when trying to connect", as the pool itself says it, when the patience ends
   */
  async pass<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const inside = this.running.get(key) ?? 0;
    if (inside < this.width) this.running.set(key, inside + 1);
    else await this.stand(key);
    try {
      return await task();
    } finally {
      this.leave(key);
    }
  }

  private stand(key: string): Promise<void> {
    const line = this.waiting.get(key) ?? [];
    this.waiting.set(key, line);
    return new Promise((enter, reject) => {
      const place: Waiting = { enter, timer: undefined };
      if (this.patience !== undefined) {
        place.timer = setTimeout(() => {
          line.splice(line.indexOf(place), 1);
          reject(new Error('timeout exceeded when trying to connect'));
        }, this.patience);
      }
      line.push(place);
    });
  }

  /** The next in line takes the place over; the last one turns out the light. */
  private leave(key: string): void {
    const line = this.waiting.get(key);
    const next = line?.shift();
    if (line?.length === 0) this.waiting.delete(key);
    if (next) {
      clearTimeout(next.timer);
      return next.enter();
    }
    const inside = (this.running.get(key) ?? 1) - 1;
    if (inside > 0) this.running.set(key, inside);
    else this.running.delete(key);
  }
}

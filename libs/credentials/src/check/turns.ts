/** So many at a time; who comes later waits for a turn, first come, first served. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  /** @param free how many may be at work at a time. */
  constructor(private free: number) {}

  /** Does the work when its turn has come, and hands the turn on however it ends. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}

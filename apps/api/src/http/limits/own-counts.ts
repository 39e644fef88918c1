/** A count and how long it still runs. */
export interface Counted {
  count: number;
  msLeft: number;
}

interface Entry {
  count: number;
  until: number;
}

/** Keys that one process counts at most: the one that was not seen for longest goes first, so that strangers cannot fill it up. */
const MOST = 50_000;

/** Counts of one process by key, each for its own period. All times in milliseconds of one clock. */
export class OwnCounts {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly most = MOST) {}

  /** Adds to the count (never below 0); a new one, or one whose time is over, runs for `duration`. */
  add(key: string, points: number, duration: number, now: number): Counted {
    const known = this.current(key, now);
    const entry = { count: Math.max(0, (known?.count ?? 0) + points), until: known?.until ?? now + duration };
    return this.keep(key, entry, now);
  }

  /** Lets the count be this, for so long from now. */
  set(key: string, count: number, duration: number, now: number): Counted {
    return this.keep(key, { count, until: now + duration }, now);
  }

  /** Whoever counted more knows better when the period ends. */
  endsIn(key: string, duration: number, now: number): void {
    const known = this.current(key, now);
    if (known) known.until = now + duration;
  }

  get(key: string, now: number): Counted {
    const { count, until } = this.current(key, now) ?? { count: 0, until: now };
    return { count, msLeft: until - now };
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  private current(key: string, now: number): Entry | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until > now ? entry : undefined;
  }

  private keep(key: string, entry: Entry, now: number): Counted {
    this.entries.delete(key);
    this.entries.set(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.most && oldest !== undefined) this.entries.delete(oldest);
    return { count: entry.count, msLeft: entry.until - now };
  }
}

import { type Problem, asProblem } from '../../api/problem';

/** How saving stands. `waiting` tries again by itself; `conflict` and `refused` wait for the person. */
export type SaveStatus = 'clean' | 'dirty' | 'saving' | 'saved' | 'waiting' | 'conflict' | 'refused';

export interface SaveSnapshot {
  status: SaveStatus;
  savedAt: Date | null;
  /** Behind `waiting`, `conflict` and `refused`. A conflict's body carries what is stored now. */
  problem: Problem | null;
}

/** Where unsaved values outlive the page: reload, lost session, dead server. */
export interface Keeper<Value> {
  keep: (value: Value, version: number) => void;
  forget: () => void;
}

interface AutosaverOptions<Value> {
  version: number;
  /** Sends the value with the version it rests on (If-Match); answers the new version. */
  save: (value: Value, version: number) => Promise<{ version: number }>;
  keeper?: Keeper<Value>;
  /** From the last key press to the request; at most 2 s (UX 4). */
  delayMs?: number;
}

const DELAY_MS = 1_200;
const RETRY_MS = [2_000, 5_000, 10_000, 30_000] as const;

/**
 * Saves what changes, one request at a time, always the newest value. Typing goes on while it saves, waits for the
 * connection, or stands in a conflict; nothing typed is lost. Knows no React, so that its rules can be tested.
 */
export class Autosaver<Value> {
  private snapshot: SaveSnapshot = { status: 'clean', savedAt: null, problem: null };
  private readonly listeners = new Set<() => void>();
  private version: number;
  private pending: { value: Value } | null = null;
  private isSending = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: AutosaverOptions<Value>) {
    this.version = options.version;
  }

  /** The person changed something. */
  change(value: Value): void {
    this.pending = { value };
    this.options.keeper?.keep(value, this.version);
    if (this.snapshot.status === 'conflict') return;
    if (!this.isSending) this.publish({ status: 'dirty', problem: null });
    this.schedule(this.options.delayMs ?? DELAY_MS);
  }

  /** Saves now what is not saved: before leaving the page, or when the connection is back. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.pending || this.isSending || this.snapshot.status === 'conflict') return;
    await this.send(this.pending.value);
  }

  /** Ends a conflict with the person's own text, on top of the version that is stored now. */
  async keepMine(storedVersion: number): Promise<void> {
    this.version = storedVersion;
    this.publish({ status: 'dirty', problem: null });
    await this.flush();
  }

  /** Ends a conflict with what is stored now; the page shows that instead. */
  takeTheirs(storedVersion: number): void {
    this.version = storedVersion;
    this.pending = null;
    this.options.keeper?.forget();
    this.publish({ status: 'clean', problem: null });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly read = (): SaveSnapshot => this.snapshot;

  private async send(value: Value): Promise<void> {
    this.isSending = true;
    this.publish({ status: 'saving' });
    try {
      this.version = (await this.options.save(value, this.version)).version;
      this.isSending = false;
      this.succeeded(value);
    } catch (error) {
      this.isSending = false;
      this.failed(asProblem(error));
    }
  }

  private succeeded(value: Value): void {
    this.failures = 0;
    if (this.pending?.value !== value) {
      this.publish({ status: 'dirty', savedAt: new Date(), problem: null });
      this.schedule(this.options.delayMs ?? DELAY_MS);
      return;
    }
    this.pending = null;
    this.options.keeper?.forget();
    this.publish({ status: 'saved', savedAt: new Date(), problem: null });
  }

  private failed(problem: Problem): void {
    if (problem.status === 409) return this.publish({ status: 'conflict', problem });
    if (!canPass(problem)) return this.publish({ status: 'refused', problem });
    this.publish({ status: 'waiting', problem });
    this.schedule(RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? DELAY_MS);
    this.failures += 1;
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  private publish(change: Partial<SaveSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** No connection, a lost session, too many requests, a server that is down: the same request may work later. */
function canPass(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500;
}

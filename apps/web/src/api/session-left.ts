/** When this browser's session ends, in this browser's clock (milliseconds since 1970). */
export interface SessionEnds {
  /** Unless something is asked of the server before. */
  idle: number;
  /** However busy it is; only signing in anew begins another session. */
  absolute: number;
}

const HEADER = 'Himpun-Session-Left';
const FORM = /^idle=(\d{1,10}), absolute=(\d{1,10})$/;
const SECOND = 1_000;
/** Answers a moment apart say the same; not each of them is news. */
const SAME_MS = 2_000;

let ends: SessionEnds | null = null;
const listeners = new Set<() => void>();
/** One session serves all tabs: what one does keeps the others from warning. */
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('himpun.session');
if (tabs) tabs.onmessage = ({ data }: MessageEvent<SessionEnds | null>) => publish(data);

/** Reads an answer's `Himpun-Session-Left: idle=1800, absolute=43200` (seconds). Answers to strangers have none. */
export function noteSessionLeft(headers: { get: (name: string) => string | null }, now = Date.now()): void {
  const read = FORM.exec(headers.get(HEADER) ?? '');
  if (!read) return;
  const next = { idle: now + Number(read[1]) * SECOND, absolute: now + Number(read[2]) * SECOND };
  if (ends && isSame(ends.idle, next.idle) && isSame(ends.absolute, next.absolute)) return;
  publish(next);
  tabs?.postMessage(next);
}

/** After signing out. */
export function forgetSessionLeft(): void {
  publish(null);
  tabs?.postMessage(null);
}

/** For `useSyncExternalStore`. */
export const sessionLeftStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => ends,
};

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME_MS;
}

function publish(next: SessionEnds | null): void {
  ends = next;
  for (const listener of listeners) listener();
}

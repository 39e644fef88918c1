let isReached = true;
let probe: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** What a proxy says for a server that is down, or a server for itself. */
const DOWN: readonly number[] = [502, 503, 504];
const PROBE_MS = 4_000;

/** An answer came; that of a server that is down tells that it is. */
export function noteReached(status: number): void {
  publish(!DOWN.includes(status));
}

/** No answer came. */
export function noteUnreached(): void {
  publish(false);
}

/** Whether the server answered the last request; for `useSyncExternalStore`. */
export const reachStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => isReached,
};

function publish(next: boolean): void {
  if (next === isReached) return;
  isReached = next;
  clearTimeout(probe);
  if (!isReached) askAgainLater();
  for (const listener of listeners) listener();
}

/** Until the server is back. Without the cookie: looking whether it lives must not prolong anybody's session. */
function askAgainLater(): void {
  probe = setTimeout(() => {
    fetch('/health/ready', { credentials: 'omit', cache: 'no-store' })
      .then(({ ok }) => (ok ? publish(true) : askAgainLater()))
      .catch(askAgainLater);
  }, PROBE_MS);
}

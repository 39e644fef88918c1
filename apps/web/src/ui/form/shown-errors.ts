import { useEffect } from 'react';

let shown = 0;
const listeners = new Set<() => void>();

/** Whether a form on the page shows mistakes: the document's title then says so first. For `useSyncExternalStore`. */
export const shownErrors = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => shown > 0,
};

/** Says that a summary of mistakes is on the page while `isShown`. */
export function useShownErrors(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined;
    count(1);
    return () => count(-1);
  }, [isShown]);
}

function count(change: number): void {
  shown += change;
  for (const listener of listeners) listener();
}

import { useSyncExternalStore } from 'react';

/** What of the keyboard's own panels is open. */
export type Panel = 'help' | 'menu' | null;

let open: Panel = null;
const listeners = new Set<() => void>();

/** Opens the list of shortcuts or the command menu; null closes. */
export function showPanel(panel: Panel): void {
  open = panel;
  for (const listener of listeners) listener();
}

export function usePanel(): Panel {
  return useSyncExternalStore(subscribe, () => open);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

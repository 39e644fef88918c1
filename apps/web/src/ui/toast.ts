import { Problem, asProblem } from '../api/client';

/** One short message at the edge of the page. */
export interface Toast {
  id: number;
  tone: 'good' | 'info' | 'bad';
  /** Plain words; for a refusal left empty, the region words `problem`. */
  message: string;
  problem?: Problem;
  /** E.g. undo. The toast goes when it is done. */
  action?: { label: string; run: () => void };
}

const STAYS_MS = 6_000;
/** A person must be able to reach an undo by keyboard: ten seconds (UX 43). */
const STAYS_WITH_ACTION_MS = 10_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows short messages. Never the only place of an error that a form can show beside its field. */
export const toast = {
  good: (message: string, action?: Toast['action']) => show({ tone: 'good', message, action }),
  info: (message: string, action?: Toast['action']) => show({ tone: 'info', message, action }),
  /** Stays until closed. */
  bad: (message: string) => show({ tone: 'bad', message }),
  /** Words anything thrown; stays until closed. Ignores what the person cancelled. */
  problem: (error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    show({ tone: 'bad', message: '', problem: asProblem(error) });
  },
};

/** Takes one away before its time. */
export function dismiss(id: number): void {
  publish(toasts.filter((shown) => shown.id !== id));
}

/** For `useSyncExternalStore`. */
export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => toasts,
};

function show(shown: Omit<Toast, 'id'>): void {
  lastId += 1;
  const id = lastId;
  publish([...toasts, { ...shown, id }]);
  if (shown.tone !== 'bad') {
    setTimeout(() => dismiss(id), shown.action ? STAYS_WITH_ACTION_MS : STAYS_MS);
  }
}

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

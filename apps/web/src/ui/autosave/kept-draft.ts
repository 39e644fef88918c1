import type { Keeper } from './autosaver';

const PREFIX = 'himpun.draft.';

interface Kept<Value> {
  value: Value;
  version: number;
}

/** Unsaved values in this browser, under one key per draft and person. */
export function keeperOf<Value>(key: string): Keeper<Value> {
  return {
    keep: (value, version) =>
      attempt(() => localStorage.setItem(PREFIX + key, JSON.stringify({ value, version }))),
    forget: () => attempt(() => localStorage.removeItem(PREFIX + key)),
  };
}

/** What an earlier visit could not save any more; null when all was saved. */
export function keptDraft<Value>(key: string): Kept<Value> | null {
  let kept: Kept<Value> | null = null;
  attempt(() => {
    kept = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Kept<Value> | null;
  });
  return kept;
}

/** After signing out nobody else at this browser may find what was typed. */
export function forgetDrafts(): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  });
}

/** Storage may be blocked or full: then a draft lives with the page only. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    return;
  }
}

/** A press as `KeyboardEvent` tells it. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** How a shortcut names a press: `j`, `?`, `enter`, `mod+k` (Ctrl, or Command on a Mac); null for what is none. */
export function pressName({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  // Alt and Shift with a letter belong to the keyboard's layout and to the browser; signs such as ? need Shift themselves.
  const isLetter = /^\p{L}$/u.test(key);
  if (altKey || (shiftKey && isLetter && !ctrlKey && !metaKey)) return null;
  const name = key.toLowerCase();
  return ctrlKey || metaKey ? `mod+${name}` : name;
}

/** What a press leads to: a shortcut's keys to run, or the beginning of one to wait with, or nothing. */
export interface Step {
  keys: string | null;
  begun: string | null;
}

/** Follows presses through shortcuts of one press (`j`) and of two (`g q`). */
export function follow(begun: string | null, press: string, known: readonly string[]): Step {
  const whole = begun === null ? press : `${begun} ${press}`;
  if (known.includes(whole)) return { keys: whole, begun: null };
  if (begun !== null) return follow(null, press, known);
  return { keys: null, begun: known.some((keys) => keys.startsWith(`${press} `)) ? press : null };
}

/** Whether a person types or chooses there: letters are theirs, not ours. */
export function isTypingPlace(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches('input, textarea, select') || (target as HTMLElement).isContentEditable;
}

/** One act by keyboard. */
export interface Shortcut {
  /** One press or two, as `pressName` calls them: `j`, `g q`, `mod+k`. */
  keys: string;
  /** What it does, in the reader's words. */
  label: string;
  run: () => void;
  /** Also inside fields: only for what no text needs, such as Ctrl+Enter. */
  whileTyping?: boolean;
  /** Also while a dialog is open. */
  inDialogs?: boolean;
}

/** The shortcuts of one part of a page, under one heading of the list. */
export interface ShortcutSet {
  title: string;
  shortcuts: readonly Shortcut[];
}

type ReadSet = () => ShortcutSet;

const sets: ReadSet[] = [];

/**
 * Offers a set while its part of the page is there; gives back what takes it away. What works everywhere stands before all
 * others, whenever it came, so that a page may give one of its keys a meaning of its own.
 */
export function offer(read: ReadSet, isEverywhere = false): () => void {
  if (isEverywhere) sets.unshift(read);
  else sets.push(read);
  return () => void sets.splice(sets.indexOf(read), 1);
}

/** Everything that works now, the whole page's own first. */
export function offered(): ShortcutSet[] {
  return sets.map((read) => read()).filter(({ shortcuts }) => shortcuts.length > 0);
}

/** The shortcut behind keys; what was offered last wins. */
export function shortcutFor(keys: string): Shortcut | undefined {
  return offered()
    .flatMap(({ shortcuts }) => shortcuts)
    .findLast((shortcut) => shortcut.keys === keys);
}

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { reachStore } from '../../api/reach';
import { Autosaver, type SaveSnapshot } from './autosaver';
import { keeperOf, keptDraft } from './kept-draft';

interface AutosaveOptions<Value> {
  /** Unique per draft and person, e.g. `application-${id}-${personId}`. */
  key: string;
  value: Value;
  /** As loaded from the server. */
  version: number;
  /** PUT or PATCH with `ifMatch(version)`; throws a Problem. */
  save: (value: Value, version: number) => Promise<{ version: number }>;
  /** Puts values back into the form: what an earlier visit could not save. */
  onRestore: (value: Value) => void;
}

export interface Autosave extends SaveSnapshot {
  flush: () => Promise<void>;
  keepMine: (storedVersion: number) => Promise<void>;
  takeTheirs: (storedVersion: number) => void;
}

/**
 * Saves `value` within 2 s after typing stops; `<SaveState autosave={…} />` says how it stands. Values that could not
 * be saved come back at the next visit, with the version they rested on: what changed meanwhile shows as a conflict.
 */
export function useAutosave<Value>({
  key,
  value,
  version,
  save,
  onRestore,
}: AutosaveOptions<Value>): Autosave {
  const latest = useRef(save);
  latest.current = save;
  const [kept] = useState(() => keptDraft<Value>(key));
  const [saver] = useState(
    () =>
      new Autosaver<Value>({
        version: kept?.version ?? version,
        save: (draft, base) => latest.current(draft, base),
        keeper: keeperOf(key),
      }),
  );
  const known = useRef(JSON.stringify(value));
  const snapshot = useSyncExternalStore(saver.subscribe, saver.read);

  useEffect(() => {
    if (kept) onRestore(kept.value);
    // Once, when the page opens: later values come from the person.
    // The page decides what restoring means, so its function is not a trigger.
  }, [kept]);

  useEffect(() => {
    const text = JSON.stringify(value);
    if (text === known.current) return;
    known.current = text;
    saver.change(value);
  }, [saver, value]);

  useEffect(() => {
    const flush = () => void saver.flush();
    window.addEventListener('online', flush);
    const unsubscribe = reachStore.subscribe(() => reachStore.read() && flush());
    return () => {
      window.removeEventListener('online', flush);
      unsubscribe();
      flush();
    };
  }, [saver]);

  return {
    ...snapshot,
    flush: () => saver.flush(),
    keepMine: (stored) => saver.keepMine(stored),
    takeTheirs: (stored) => saver.takeTheirs(stored),
  };
}

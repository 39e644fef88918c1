import { useEffect, useRef } from 'react';
import { offer, type Shortcut } from './registry';

/** Offers shortcuts while the component is on the page; `title` is their heading in the list. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], isEverywhere = false): void {
  // Read when a key is pressed: an act sees what the page shows now.
  const latest = useRef({ title, shortcuts });
  useEffect(() => {
    latest.current = { title, shortcuts };
  });
  useEffect(() => offer(() => latest.current, isEverywhere), [isEverywhere]);
}

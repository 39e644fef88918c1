import { useEffect } from 'react';
import { follow, isTypingPlace, pressName } from './press';
import { offered, shortcutFor } from './registry';
import { shortcutsOn } from './switch';

/** The second press of two is waited for so long. */
const PATIENCE_MS = 1_500;

/** Listens for the whole page; one listener, so that one press has one meaning. */
export function usePresses(): void {
  useEffect(() => {
    let begun: string | null = null;
    let forget: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const press = pressName(event);
      if (press === null || event.defaultPrevented || event.repeat || !shortcutsOn()) return;
      const known = offered().flatMap(({ shortcuts }) => shortcuts.map(({ keys }) => keys));
      const step = follow(begun, press, known);
      const found = step.keys === null ? undefined : shortcutFor(step.keys);
      const [isTyping, isCovered] = [isTypingPlace(event.target), isDialogOpen()];
      clearTimeout(forget);
      begun = isTyping || isCovered ? null : step.begun;
      if (begun !== null) forget = setTimeout(() => (begun = null), PATIENCE_MS);
      if (!found || (isTyping && !found.whileTyping) || (isCovered && !found.inDialogs)) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(forget);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

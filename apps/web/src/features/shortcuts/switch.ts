import { useSyncExternalStore } from 'react';

const KEY = 'himpun.shortcuts';
const listeners = new Set<() => void>();

/** Whether shortcuts work on this device; they do unless somebody switched them off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches them, for this device. */
export function switchShortcuts(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing: the switch holds nothing either, and the page says so by not moving.
  }
  for (const listener of listeners) listener();
}

/** The switch, for a component that shows it. */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, shortcutsOn);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export { showPanel } from './panels';
export type { Shortcut } from './registry';
export { useShortcuts } from './use-shortcuts';

import type { ComponentType } from 'react';
import type { Language } from './language';
import type { Session } from './session';

/** One entry of the main navigation. A feature exports `entries: NavEntry[]` from its `navigation.ts`. */
export interface NavEntry {
  /** Path of the page, e.g. `/applications`. */
  to: string;
  label: Record<Language, string>;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** `public` for everyone, `mine` for what concerns the person, `office` for an officer's work. */
  section: 'public' | 'mine' | 'office';
  /** Within the section, low first. */
  order: number;
  /** Only for what to show: the API decides what is allowed. */
  show: (session: Session | null) => boolean;
  /** Where the working day of those who see it begins: signing in leads there. */
  start?: string;
}

const modules = import.meta.glob<{ entries: NavEntry[] }>('../features/*/navigation.ts', { eager: true });
const all = Object.values(modules)
  .flatMap((module) => module.entries)
  .sort((one, other) => one.order - other.order);

/** Where signing in leads to when nothing else was asked for. */
export function startPage(session: Session | null): string {
  return all.find((entry) => entry.start !== undefined && entry.show(session))?.start ?? '/';
}

/** The entries that this person sees, by section. */
export function navigationFor(session: Session | null): Record<NavEntry['section'], NavEntry[]> {
  const shown = all.filter((entry) => entry.show(session));
  const of = (section: NavEntry['section']) => shown.filter((entry) => entry.section === section);
  return { public: of('public'), mine: of('mine'), office: of('office') };
}

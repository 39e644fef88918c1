import { nameWords } from '@himpun/names';
import type { MatchFact, MatchProfile } from './match-fact';

/** Under which somebody is looked up; people who share one are compared. */
export interface MatchKey {
  kind: MatchFact['kind'] | 'birth';
  key: string;
}

/** Mail hosts that deliver to one mailbox whatever dots stand in the name, by their own account. */
const DOTLESS = new Set(['gmail.com']);
const SAME_HOST: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' };
/** Hosts that document that what follows a plus sign reaches the same mailbox. Elsewhere it may be another's. */
const PLUS = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'fastmail.com',
  'proton.me',
]);
/** More than a name has words; keeps a text that is no name from filling the index. */
const MOST_WORDS = 8;

/** The mailbox of an address: letter case everywhere, dots and what follows a plus sign where the host says so. */
export function mailboxKey(email: string): string {
  const [, name = '', domain = ''] = /^(.*)@([^@]*)$/.exec(email.trim().normalize('NFC').toLowerCase()) ?? [];
  const host = SAME_HOST[domain] ?? domain;
  const bare = PLUS.has(host) ? name.replace(/\+.*$/, '') : name;
  return `${DOTLESS.has(host) ? bare.replaceAll('.', '') : bare}@${host}`;
}

/**
 * Under which keys a person is found: each fact as it is, and with a date of birth the sound of every word of the names.
 * Names alone are no key: too many people bear one.
 */
export function matchKeys({ names, birthDate, facts }: MatchProfile): MatchKey[] {
  const keys: MatchKey[] = facts.map(({ kind, key }) => ({ kind, key }));
  if (birthDate !== null) {
    const sounds = new Set(names.flatMap(soundsOf));
    keys.push(...[...sounds].map((sound) => ({ kind: 'birth' as const, key: `${birthDate} ${sound}` })));
  }
  return [...new Map(keys.map((each) => [`${each.kind} ${each.key}`, each])).values()];
}

function soundsOf(name: string): string[] {
  return nameWords(name)
    .words.filter(({ initial, particle }) => !initial && !particle)
    .slice(0, MOST_WORDS)
    .map(({ sound, text, raw }) => sound || text || raw)
    .filter((sound) => sound !== '');
}

import type { PersonHolding } from '@himpun/kernel';

/** What this room keeps of a person. */
export const IDENTITY_HOLDINGS: readonly PersonHolding[] = [
  {
    table: 'accounts',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Akun masuk', en: 'Sign-in account' },
    line: 't.email',
    once: {
      by: `'account'`,
      weight: '1',
      refusal: { id: 'Keduanya mempunyai akun.', en: 'Both have an account.' },
      choice: {
        id: 'Akun mana yang tetap dipakai untuk masuk? Akun yang lain ditutup dan sesinya diakhiri.',
        en: 'Which account keeps signing in? The other one is closed and its sessions end.',
      },
      resting: { column: 'disabled_at', value: 'now' },
    },
  },
  {
    table: 'access_grants',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Wewenang', en: 'Powers' },
    line: `t.power || ' · ' || (SELECT g.short_name FROM groups g WHERE g.id = t.group_id)`,
  },
];

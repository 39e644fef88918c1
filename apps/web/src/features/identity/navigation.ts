import { IconUser } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';

export const entries: NavEntry[] = [
  {
    to: '/account',
    label: { id: 'Akun dan sesi', en: 'Account and sessions' },
    icon: IconUser,
    section: 'mine',
    order: 90,
    show: (session) => session !== null,
  },
];

import { IconUsers } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/members',
    label: { id: 'Anggota', en: 'Members' },
    icon: IconUsers,
    section: 'office',
    order: 40,
    show: (session) => holds(session, 'members.read'),
  },
];

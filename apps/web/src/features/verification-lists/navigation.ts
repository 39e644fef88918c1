import { IconListCheck } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/verification-lists',
    label: { id: 'Periksa daftar', en: 'Verify a list' },
    icon: IconListCheck,
    section: 'office',
    order: 30,
    show: (session) => holds(session, 'licences.check'),
  },
];

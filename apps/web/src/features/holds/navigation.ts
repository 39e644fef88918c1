import { IconLockAccess } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/holds',
    label: { id: 'Penahanan dokumen', en: 'Holds on documents' },
    icon: IconLockAccess,
    section: 'office',
    order: 65,
    show: (session) => holds(session, 'applications.decide'),
  },
];

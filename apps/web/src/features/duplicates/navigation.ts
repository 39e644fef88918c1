import { IconUsers } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/duplicates',
    label: { id: 'Orang yang sama', en: 'Duplicate people' },
    icon: IconUsers,
    section: 'office',
    order: 18,
    show: (session) => holds(session, 'applications.review') || holds(session, 'applications.decide'),
  },
];

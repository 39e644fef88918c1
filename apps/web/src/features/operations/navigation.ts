import { IconStack2 } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/operations',
    label: { id: 'Antrean', en: 'Queues' },
    icon: IconStack2,
    section: 'office',
    order: 90,
    show: (session) => holds(session, 'operations.queues'),
  },
];

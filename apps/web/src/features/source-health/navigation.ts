import { IconPlugConnected } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/sources',
    label: { id: 'Sumber', en: 'Sources' },
    icon: IconPlugConnected,
    section: 'office',
    order: 85,
    show: (session) => holds(session, 'operations.queues') || holds(session, 'licences.check'),
  },
];

import { IconChecklist } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/review',
    label: { id: 'Permohonan masuk', en: 'Applications to review' },
    icon: IconChecklist,
    section: 'office',
    order: 10,
    start: '/review?tab=mine',
    show: (session) => holds(session, 'applications.review') || holds(session, 'applications.decide'),
  },
];

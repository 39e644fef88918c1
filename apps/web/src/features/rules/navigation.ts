import { IconListCheck } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/rules',
    label: { id: 'Aturan penerimaan', en: 'Admission rules' },
    icon: IconListCheck,
    section: 'office',
    order: 60,
    show: (session) => holds(session, 'rules.publish'),
  },
];

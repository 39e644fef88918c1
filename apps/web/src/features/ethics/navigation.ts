import { IconScale } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/office/code',
    label: { id: 'Kode etik', en: 'Code of ethics' },
    icon: IconScale,
    section: 'office',
    order: 45,
    show: (session) => holds(session, 'ethics.publish'),
  },
];

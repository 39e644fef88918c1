import { IconHome } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';

export const entries: NavEntry[] = [
  {
    to: '/',
    label: { id: 'Beranda', en: 'Home' },
    icon: IconHome,
    section: 'mine',
    order: 0,
    show: (session) => session !== null,
  },
];

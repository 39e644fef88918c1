import { IconRosette } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';

export const entries: NavEntry[] = [
  {
    to: '/credentials',
    label: { id: 'Kredensial saya', en: 'My credentials' },
    icon: IconRosette,
    section: 'mine',
    order: 25,
    show: (session) => session !== null,
  },
];

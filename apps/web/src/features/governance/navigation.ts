import { IconBuildingCommunity } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';

export const entries: NavEntry[] = [
  {
    to: '/officers',
    label: { id: 'Pengurus', en: 'Officers' },
    icon: IconBuildingCommunity,
    section: 'mine',
    order: 70,
    show: (session) => session !== null,
  },
];

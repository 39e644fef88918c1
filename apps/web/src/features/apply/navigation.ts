import { IconFilePencil, IconUserPlus } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';

export const entries: NavEntry[] = [
  {
    to: '/apply',
    label: { id: 'Menjadi anggota', en: 'Become a member' },
    icon: IconUserPlus,
    section: 'public',
    order: 10,
    show: () => true,
  },
  {
    to: '/applications',
    label: { id: 'Permohonan saya', en: 'My applications' },
    icon: IconFilePencil,
    section: 'mine',
    order: 10,
    show: (session) => session !== null,
  },
];

import { IconId } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';

export const entries: NavEntry[] = [
  {
    to: '/memberships',
    label: { id: 'Keanggotaan saya', en: 'My membership' },
    icon: IconId,
    section: 'mine',
    order: 20,
    show: (session) => session !== null,
  },
];

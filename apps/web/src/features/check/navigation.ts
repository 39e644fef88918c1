import { IconShieldCheck } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';

export const entries: NavEntry[] = [
  {
    to: '/check',
    label: { id: 'Periksa sertifikat', en: 'Check a certificate' },
    icon: IconShieldCheck,
    section: 'public',
    order: 40,
    show: () => true,
  },
];

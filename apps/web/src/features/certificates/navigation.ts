import { IconCertificate } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';

export const entries: NavEntry[] = [
  {
    to: '/certificates',
    label: { id: 'Sertifikat saya', en: 'My certificates' },
    icon: IconCertificate,
    section: 'mine',
    order: 50,
    show: (session) => session !== null,
  },
];

import { IconCertificate } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/certificates',
    label: { id: 'Sertifikat saya', en: 'My certificates' },
    icon: IconCertificate,
    section: 'mine',
    order: 50,
    show: (session) => session !== null,
  },
  {
    to: '/office/certificates',
    label: { id: 'Sertifikat terbitan', en: 'Issued certificates' },
    icon: IconCertificate,
    section: 'office',
    order: 65,
    show: (session) => holds(session, 'certificates.issue'),
  },
];

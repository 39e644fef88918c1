import { IconCertificate, IconDatabaseImport } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/registers',
    label: { id: 'Register otoritas', en: 'Authority registers' },
    icon: IconDatabaseImport,
    section: 'office',
    order: 40,
    show: (session) => holds(session, 'registers.import'),
  },
  {
    to: '/trusted-issuers',
    label: { id: 'Penerbit tepercaya', en: 'Trusted issuers' },
    icon: IconCertificate,
    section: 'office',
    order: 45,
    show: (session) => holds(session, 'issuers.trust'),
  },
];

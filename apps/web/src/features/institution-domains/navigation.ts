import { IconAt } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/institution-domains',
    label: { id: 'Domain lembaga', en: 'Institution domains' },
    icon: IconAt,
    section: 'office',
    order: 46,
    show: (session) => holds(session, 'issuers.trust') || holds(session, 'licences.check'),
  },
];

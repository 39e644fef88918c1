import { IconShieldCheck } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/standing',
    label: { id: 'Kredensial anggota', en: 'Members’ credentials' },
    icon: IconShieldCheck,
    section: 'office',
    order: 15,
    show: (session) =>
      ['licences.check', 'applications.review', 'applications.decide'].some((power) => holds(session, power)),
  },
];

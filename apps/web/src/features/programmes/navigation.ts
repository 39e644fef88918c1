import { IconCalendarEvent, IconCertificate2, IconClipboardList, IconTicket } from '@tabler/icons-react';
import type { NavEntry } from '../../app/navigation';
import { holds } from '../../app/session';

export const entries: NavEntry[] = [
  {
    to: '/activities',
    label: { id: 'Kegiatan', en: 'Activities' },
    icon: IconCalendarEvent,
    section: 'public',
    order: 30,
    show: () => true,
  },
  {
    to: '/registrations',
    label: { id: 'Pendaftaran saya', en: 'My registrations' },
    icon: IconTicket,
    section: 'mine',
    order: 40,
    show: (session) => session !== null,
  },
  {
    to: '/credits',
    label: { id: 'Kredit saya', en: 'My credits' },
    icon: IconCertificate2,
    section: 'mine',
    order: 50,
    show: (session) => session !== null,
  },
  {
    to: '/office/activities',
    label: { id: 'Kelola kegiatan', en: 'Manage activities' },
    icon: IconClipboardList,
    section: 'office',
    order: 60,
    show: (session) => holds(session, 'activities.manage') || holds(session, 'attendance.record'),
  },
];

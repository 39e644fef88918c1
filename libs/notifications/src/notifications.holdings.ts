import { actedBy, type PersonHolding } from '@himpun/kernel';

/** What this room keeps of a person: to whom a mail went then. */
export const NOTIFICATIONS_HOLDINGS: readonly PersonHolding[] = [
  actedBy('mail_deliveries', 'person_id', { id: 'Surat terkirim', en: 'Mails sent' }),
];

import { actedBy, type PersonHolding } from '@himpun/kernel';

/** What this room keeps of a person: who acted then, under seal. */
export const AUDIT_HOLDINGS: readonly PersonHolding[] = [
  actedBy('audit_entries', 'actor_person_id', { id: 'Jejak audit', en: 'Audit trail' }),
];

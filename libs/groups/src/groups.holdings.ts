import { actedBy, type PersonHolding } from '@himpun/kernel';

const RULES = { id: 'Aturan yang diterbitkan', en: 'Rules published' };

/** What this room keeps of a person: who published which rule. */
export const GROUPS_HOLDINGS: readonly PersonHolding[] = [
  actedBy('admission_rules', 'published_by', RULES),
  actedBy('standing_rules', 'published_by', RULES),
];

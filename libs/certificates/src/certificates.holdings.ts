import type { PersonHolding } from '@himpun/kernel';

/** What this room keeps of a person. A certificate keeps its code and what was signed, the name among it. */
export const CERTIFICATES_HOLDINGS: readonly PersonHolding[] = [
  {
    table: 'certificates',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Sertifikat', en: 'Certificates' },
    line: 't.code',
  },
];

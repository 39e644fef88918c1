import { actedBy, type PersonHolding } from '@himpun/kernel';

/** What this room keeps of a person. */
export const ETHICS_HOLDINGS: readonly PersonHolding[] = [
  {
    table: 'acknowledgements',
    column: 'person_id',
    way: 'follows',
    label: { id: 'Pernyataan kode etik', en: 'Acknowledgements' },
  },
  actedBy('codes', 'published_by', { id: 'Kode etik yang diterbitkan', en: 'Codes published' }),
];

import { actedBy, type PersonHolding } from '@himpun/kernel';

const TERMS = { id: 'Masa jabatan', en: 'Terms of office' };

/** What this room keeps of a person. */
export const GOVERNANCE_HOLDINGS: readonly PersonHolding[] = [
  {
    table: 'terms',
    column: 'person_id',
    way: 'moves',
    label: TERMS,
    line: `(SELECT o.name_id FROM seats s JOIN offices o ON o.id = s.office_id WHERE s.id = t.seat_id)
      || ' · ' || t.starts_at::date || ' – ' || t.ends_at::date`,
    once: {
      by: `CASE WHEN t.ends_at > $2 THEN (SELECT s.office_id::text FROM seats s WHERE s.id = t.seat_id) END`,
      weight: '2',
      refusal: {
        id: 'Keduanya memegang kursi jabatan yang sama. Akhiri salah satu masa jabatan lebih dahulu.',
        en: 'Both hold a seat of one office. End one of the two terms first.',
      },
    },
  },
  actedBy('terms', 'appointed_by', TERMS),
];

import { actedBy, type PersonHolding } from '@himpun/kernel';

const MERGES = { id: 'Penggabungan', en: 'Merges' };
const SUSPICIONS = { id: 'Dugaan orang yang sama', en: 'Suspicions of one person' };

/** What this room keeps of a person. */
export const PEOPLE_HOLDINGS: readonly PersonHolding[] = [
  {
    table: 'people',
    column: 'merged_into_id',
    way: 'moves',
    label: { id: 'Orang yang sudah digabungkan sebelumnya', en: 'People merged earlier' },
    line: 't.full_name',
  },
  {
    table: 'national_ids',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Nomor identitas negara', en: 'National ids' },
    line: `t.kind || ' ' || t.country`,
    once: {
      by: `t.kind || ':' || t.country`,
      weight: '1',
      refusal: { id: 'Keduanya mempunyai nomor identitas.', en: 'Both have a national id.' },
      choice: {
        id: 'Nomor identitas siapa yang tetap berlaku? Nomor yang lain tetap tersimpan pada data yang digabungkan.',
        en: 'Whose national id stays in force? The other one stays with the merged record.',
      },
    },
  },
  ...['survivor_id', 'merged_id', 'merged_by', 'undone_by'].map((column) =>
    actedBy('person_merges', column, MERGES),
  ),
  ...['first_person_id', 'second_person_id', 'decided_by'].map((column) =>
    actedBy('duplicate_suspicions', column, SUSPICIONS),
  ),
  ...['person_match_keys', 'person_match_marks'].map((table) => actedBy(table, 'person_id', SUSPICIONS)),
];

import type { PersonHolding } from '@himpun/kernel';

/** What this room keeps of a person. */
export const FILES_HOLDINGS: readonly PersonHolding[] = [
  {
    table: 'files',
    column: 'owner_person_id',
    way: 'moves',
    label: { id: 'Berkas', en: 'Files' },
    line: 't.name',
  },
];

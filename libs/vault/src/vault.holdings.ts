import { actedBy, type PersonHolding } from '@himpun/kernel';

const READS = { id: 'Catatan pembacaan data pribadi', en: 'Record of who read private data' };

/** What this room keeps of a person. */
export const VAULT_HOLDINGS: readonly PersonHolding[] = [
  { table: 'private_reads', column: 'owner_person_id', way: 'follows', label: READS },
  actedBy('private_reads', 'reader_person_id', READS),
];

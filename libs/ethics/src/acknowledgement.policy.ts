import type { Reason } from '@himpun/kernel';

/** A clause as far as acknowledging it goes. */
export interface MarkedClause {
  id: string;
  position: number;
  mustAcknowledge: boolean;
}

/**
 * What is missing from, or foreign to, an acknowledgement: every marked clause must be ticked by itself, and nothing may
 * be ticked that this edition does not contain. Ticking unmarked clauses as well is fine. Empty means complete.
 */
export function acknowledgementGaps(clauses: readonly MarkedClause[], ticked: readonly string[]): Reason[] {
  const known = new Set(clauses.map((clause) => clause.id));
  const done = new Set(ticked);
  const missing = clauses
    .filter((clause) => clause.mustAcknowledge && !done.has(clause.id))
    .map((clause) => clauseMissing(clause.position));
  return ticked.some((id) => !known.has(id)) ? [...missing, FOREIGN] : missing;
}

function clauseMissing(position: number): Reason {
  return {
    code: 'clause_not_ticked',
    field: `clauses.${position}`,
    text: {
      id: `Pasal ${position} harus ditandai sudah dibaca dan disetujui.`,
      en: `Clause ${position} must be marked as read and agreed.`,
    },
  };
}

const FOREIGN: Reason = {
  code: 'clause_of_another_edition',
  field: 'clauseIds',
  text: {
    id: 'Ada pasal yang bukan bagian dari edisi ini. Muat ulang halaman lalu baca edisi yang berlaku.',
    en: 'A ticked clause is not part of this edition. Reload the page and read the current edition.',
  },
};

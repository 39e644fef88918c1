import type { Reason } from '@himpun/kernel';
import { matchNames, NAME_REVIEW, type NameMatch } from '../names/name-match.policy';
import type { CheckRequest, ComparedField } from './check-source';

/** Whether what a source found belongs to the person whose claim it is. */
export interface HolderFinding {
  verdict: 'match' | 'review' | 'mismatch';
  fields: ComparedField[];
  reasons: Reason[];
}

/**
 * Compares the holder a source names with the person as our own records know them, not with what was typed beside the
 * claim. A name that only the typed holder name explains (a name before marriage) is for a person to look at.
 * @param birthDate `YYYY-MM-DD` as the source has it, null when it has none.
 */
export function holderFinding(
  names: readonly string[],
  birthDate: string | null,
  { person, claim }: Pick<CheckRequest, 'person' | 'claim'>,
): HolderFinding {
  const own = best(names, person.fullName);
  const typed = claim.holderName.trim() === '' ? null : best(names, claim.holderName);
  const byTyped = typed !== null && own.match.verdict === 'mismatch' && typed.match.verdict !== 'mismatch';
  const verdict = byTyped ? 'review' : own.match.verdict;
  const name: ComparedField = {
    field: 'name',
    claimed: person.fullName,
    found: own.name,
    result: verdict,
    score: byTyped ? Math.max(NAME_REVIEW, own.match.score) : own.match.score,
  };
  const birth = birthField(person.birthDate, birthDate);
  const reasons = [
    ...(verdict === 'mismatch' ? [NAME_DIFFERS] : byTyped ? [NAME_ON_DOCUMENT] : []),
    ...(verdict === 'match' ? [] : own.match.reasons),
    ...(birth?.result === 'mismatch' ? [BIRTH_DATE_DIFFERS] : []),
  ];
  return {
    verdict: birth?.result === 'mismatch' && verdict === 'match' ? 'review' : verdict,
    fields: birth ? [name, birth] : [name],
    reasons,
  };
}

function best(names: readonly string[], wanted: string): { name: string | null; match: NameMatch } {
  const all = names.map((name) => ({ name, match: matchNames(wanted, name) }));
  all.sort((a, b) => b.match.score - a.match.score);
  return all[0] ?? { name: null, match: matchNames(wanted, '') };
}

function birthField(claimed: string | null, found: string | null): ComparedField | null {
  if (claimed === null && found === null) return null;
  const result = claimed === null || found === null ? 'absent' : claimed === found ? 'match' : 'mismatch';
  return { field: 'birthDate', claimed, found, result };
}

const NAME_DIFFERS: Reason = {
  code: 'name_differs',
  field: 'name',
  text: {
    id: 'Nama pada sumber berbeda dari nama pemohon. Nomor mungkin salah ketik; petugas akan memeriksanya.',
    en: 'The name at the source differs from the applicant’s. The number may be mistyped; an officer will look.',
  },
};
const NAME_ON_DOCUMENT: Reason = {
  code: 'name_only_on_document',
  field: 'name',
  text: {
    id: 'Nama pada sumber sama dengan nama di dokumen, tetapi berbeda dari nama akun pemohon.',
    en: 'The name at the source is the one on the document, but not the one of the applicant’s account.',
  },
};
const BIRTH_DATE_DIFFERS: Reason = {
  code: 'birth_date_differs',
  field: 'birthDate',
  text: {
    id: 'Tanggal lahir pada sumber berbeda.',
    en: 'The date of birth at the source differs.',
  },
};

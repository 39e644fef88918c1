import type { Reason } from '@himpun/kernel';
import { identityMatch, type Identity, type IdentityMatch, type Signal } from '@himpun/names';
import type { CheckRequest, ComparedField } from './check-source';

/** Whether what a source found belongs to the person whose claim it is. */
export interface HolderFinding {
  verdict: 'match' | 'review' | 'mismatch';
  fields: ComparedField[];
  reasons: Reason[];
}

/**
 * Compares the holder a source names with the person as our own records know them, not with what was typed beside the claim: by
 * `identityMatch`, the one rule of names, dates of birth and numbers. A name that only the typed holder name explains (a name
 * before marriage) is for a person to look at.
 * @param birthDate `YYYY-MM-DD` as the source has it, null when it has none.
 * @param boundBy the number that the record and the claim have in common; null where the caller knows another bond, or none.
 */
export function holderFinding(
  names: readonly string[],
  birthDate: string | null,
  { person, claim }: Pick<CheckRequest, 'person' | 'claim'>,
  boundBy: string | null = null,
): HolderFinding {
  const typed = claim.holderName.trim();
  const known: Identity = {
    ...{ name: person.fullName, otherNames: typed === '' ? [] : [typed] },
    ...{ birthDate: person.birthDate, number: boundBy },
  };
  const { name, match } = likest(names, known, { birthDate, number: boundBy });
  const result = match.name.verdict === 'review' && match.verdict === 'match' ? 'match' : match.name.verdict;
  const birth = birthField(person.birthDate, birthDate, match.birthDate);
  const isByTyped = match.name.reasons.some(({ code }) => code === 'former_name');
  const reasons = [
    ...(result === 'mismatch' ? [NAME_DIFFERS] : isByTyped ? [NAME_ON_DOCUMENT] : []),
    ...(result === 'match' ? [] : match.name.reasons.filter(({ code }) => code !== 'former_name')),
    ...match.birthDate.reasons,
  ];
  const field: ComparedField = {
    ...{ field: 'name', claimed: person.fullName, found: name, result },
    score: match.name.score,
  };
  return { verdict: verdictOf(match, result), fields: birth ? [field, birth] : [field], reasons };
}

/** The name that fits best, of those the source has for its holder. */
function likest(
  names: readonly string[],
  known: Identity,
  found: Pick<Identity, 'birthDate' | 'number'>,
): { name: string | null; match: IdentityMatch } {
  const all = names.map((name) => ({ name, match: identityMatch(known, { name, ...found }) }));
  all.sort((one, other) => other.match.name.score - one.match.name.score);
  return all[0] ?? { name: null, match: identityMatch(known, { name: '', ...found }) };
}

/** A name with nothing beside it is the caller's to weigh, who knows what else binds the record: a confirmed address, say. */
function verdictOf(
  { verdict, birthDate, number }: IdentityMatch,
  byName: HolderFinding['verdict'],
): HolderFinding['verdict'] {
  const isAlone = birthDate.verdict === 'absent' && number.verdict === 'absent';
  return isAlone ? byName : verdict;
}

const BIRTH = { match: 'match', near: 'review', mismatch: 'mismatch', absent: 'absent' } as const;

function birthField(claimed: string | null, found: string | null, { verdict }: Signal): ComparedField | null {
  if (claimed === null && found === null) return null;
  return { field: 'birthDate', claimed, found, result: BIRTH[verdict] };
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

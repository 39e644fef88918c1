import type { Reason } from '@himpun/kernel';
import { ANSWER_REASONS, outcomeOfFields } from './answer.policy';
import { numberKey } from './authority-key';
import type { ComparedField } from './check-source';
import { holderFinding } from './holder.policy';
import { isNpi } from './npi.policy';
import { readNppes, type NppesRecord } from './nppes-answer.policy';
import { professionField } from './profession.policy';
import { jsonOf, notFound, readStatus, refused, unavailable } from './reading';
import type { Answered, Asked, Reading } from './registry';

/** What an answer of NPPES says of a claim. Errors come with HTTP 200, and a deactivated number comes as an error. */
export function nppesReading({ status, pages }: Answered, asked: Asked): Reading {
  const early = readStatus(status);
  if (early) return early;
  if (status >= 400) return refused(`NPPES answered ${status}`);
  const answer = readNppes(jsonOf(pages[0] ?? ''));
  if (answer.kind === 'nonsense') return unavailable(`NPPES answered ${answer.detail}`);
  if (answer.kind === 'errors') return readErrors(answer.errors, asked);
  const found = chosen(answer.records, asked);
  if (found === 'none') return notFound(...badDigit(asked));
  if (found === 'several')
    return { run: 'ran', outcome: 'partial', fields: [], reasons: [ANSWER_REASONS.several_records] };
  return judged(found, asked);
}

function readErrors(errors: readonly { number: string; description: string }[], asked: Asked): Reading {
  const ended = errors.find(({ number, description }) => number === '15' || /deactivated/i.test(description));
  if (!ended) return refused(`NPPES error ${errors.map(({ number }) => number).join(', ')}`);
  const named = /\d{10}/.exec(ended.description)?.[0] ?? null;
  const claimed = asked.claim.number;
  const same = named === null || claimed === null || named === numberKey(claimed);
  const number: ComparedField = {
    field: 'number',
    claimed,
    found: named ?? claimed,
    result: same ? 'match' : 'mismatch',
  };
  return {
    run: 'ran',
    outcome: same ? 'revoked' : 'mismatch',
    fields: [number],
    reasons: [same ? DEACTIVATED : ANSWER_REASONS.number_differs],
  };
}

/**
 * The record that is meant: by number; by a state licence with that number; the only one there is; of several, the one
 * whose name fits. A name alone never decides between two people.
 */
function chosen(records: readonly NppesRecord[], asked: Asked): NppesRecord | 'none' | 'several' {
  const key = numberKey(asked.claim.number ?? '');
  const exact = records.find(({ number }) => number === key);
  if (exact) return exact;
  const licensed = records.filter((record) => key !== '' && hasLicence(record, key));
  if (licensed.length > 0) return only(licensed);
  const [first] = records;
  if (records.length === 1 && first) return first;
  if (records.length === 0 || key !== '') return 'none';
  const named = records.filter((record) => holderFinding(record.names, null, asked).verdict !== 'mismatch');
  return named.length === 0 ? 'none' : only(named);
}

function only(records: readonly NppesRecord[]): NppesRecord | 'several' {
  const [first] = records;
  return records.length === 1 && first ? first : 'several';
}

function judged(record: NppesRecord, asked: Asked): Reading {
  const number = numberField(record, asked.claim.number);
  const holder = holderFinding(record.names, null, asked, number.result === 'match' ? record.number : null);
  const descriptions = record.taxonomies.map(({ description }) => description).filter(Boolean);
  const profession = professionField(asked.claim.profession, descriptions);
  const fields: ComparedField[] = [
    number,
    ...holder.fields,
    ...(profession ? [profession] : []),
    { field: 'status', claimed: null, found: record.active ? 'active' : 'deactivated', result: 'absent' },
    ...licenceFields(record),
  ];
  const outcome = outcomeOfFields(fields, record.active ? null : 'revoked');
  return {
    run: 'ran',
    outcome,
    fields,
    reasons: [
      ...(outcome === 'revoked' ? [DEACTIVATED] : outcome === 'match' ? [ANSWER_REASONS.found] : []),
      ...(number.result === 'mismatch' ? [ANSWER_REASONS.number_differs] : []),
      ...(number.result === 'review' ? [licenceOrNone(asked)] : []),
      ...holder.reasons,
      ...(profession?.result === 'review' ? [ANSWER_REASONS.profession_differs] : []),
      ...(record.type === 'NPI-2' ? [ORGANISATION] : []),
      IDENTITY_ONLY,
    ],
  };
}

function numberField(record: NppesRecord, claimed: string | null): ComparedField {
  const key = numberKey(claimed ?? '');
  if (key === '') return { field: 'number', claimed: null, found: record.number, result: 'review' };
  if (key === record.number) return { field: 'number', claimed, found: record.number, result: 'match' };
  const line = record.taxonomies.find(({ licence }) => numberKey(licence ?? '') === key);
  return line
    ? { field: 'number', claimed, found: line.licence, result: 'review' }
    : { field: 'number', claimed, found: record.number, result: 'mismatch' };
}

/** State licences as the provider entered them: shown, never weighed. */
function licenceFields({ taxonomies }: NppesRecord): ComparedField[] {
  const found = taxonomies
    .filter(({ licence }) => licence !== null)
    .map(({ state, licence }) => [state, licence].filter(Boolean).join(' '));
  return found.length === 0
    ? []
    : [{ field: 'stateLicence', claimed: null, found: found.join('; '), result: 'absent' }];
}

function hasLicence({ taxonomies }: NppesRecord, key: string): boolean {
  return taxonomies.some(({ licence }) => numberKey(licence ?? '') === key);
}

function licenceOrNone({ claim }: Asked): Reason {
  return claim.number === null ? ANSWER_REASONS.by_name_only : LICENCE_SELF_REPORTED;
}

function badDigit({ claim }: Asked): Reason[] {
  const key = numberKey(claim.number ?? '');
  return key === '' || isNpi(key) ? [] : [BAD_CHECK_DIGIT];
}

export const BAD_CHECK_DIGIT: Reason = {
  code: 'check_digit',
  field: 'number',
  text: {
    id: 'Angka periksa NPI tidak cocok; biasanya karena salah ketik. Periksa lagi kesepuluh angkanya.',
    en: 'The check digit of the NPI does not fit, most often a slip of typing. Look at the ten digits again.',
  },
};
const DEACTIVATED: Reason = {
  code: 'revoked',
  text: { id: 'Menurut CMS, NPI ini dinonaktifkan.', en: 'According to CMS, this NPI was deactivated.' },
};
const IDENTITY_ONLY: Reason = {
  code: 'identity_only',
  text: {
    id: 'Register NPI membuktikan nomor dan nama, bukan bahwa izin negara bagian masih berlaku.',
    en: 'The NPI registry shows number and name, not that a state licence is in force.',
  },
};
const LICENCE_SELF_REPORTED: Reason = {
  code: 'licence_self_reported',
  field: 'number',
  text: {
    id: 'Nomor ini izin negara bagian yang diisi sendiri oleh pemiliknya di register, jadi petugas memeriksanya.',
    en: 'This number is a state licence that the provider entered in the registry itself, so an officer looks.',
  },
};
const ORGANISATION: Reason = {
  code: 'organisation',
  text: {
    id: 'NPI ini milik sebuah organisasi, bukan perorangan.',
    en: 'This NPI is that of an organisation, not of a person.',
  },
};

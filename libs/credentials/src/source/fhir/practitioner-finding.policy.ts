import type { LocalDate, Reason } from '@himpun/kernel';
import { ANSWER_REASONS, outcomeOfFields } from '../answer.policy';
import { authorityKey, numberKey } from '../authority-key';
import type { ComparedField } from '../check-source';
import { sameInstitution } from '../diploma/institution-match.policy';
import { holderFinding } from '../holder.policy';
import { professionField } from '../profession.policy';
import type { Asked, Reading } from '../registry';
import type { Practitioner, Qualification } from './fhir-answer.policy';
import { namesOf } from './practitioner-names';
import { factOf, type Fact } from './qualification-fact.policy';

/** What one Practitioner says of a claim. No last day means for life: it never reads as expired. */
export function practitionerFinding(one: Practitioner, asked: Asked, today: LocalDate): Reading {
  const { claim, person } = asked;
  const own = qualificationOf(one, asked);
  const number = numberField(one, own, asked);
  const nationalId = nationalIdField(one, person.nationalId ?? null);
  const birthDate = /^\d{4}-\d\d-\d\d$/.test(one.birthDate ?? '') ? one.birthDate : null;
  const profession = own === null ? null : professionField(claim.profession, wordsOf(own));
  const issuer = own === null ? null : issuerField(claim.authority, own.issuer?.display ?? null);
  const until = untilField(claim.validUntil, dayOf(own?.period?.end ?? null));
  const fact = factOf(one, own, today);
  const bonds = [number, nationalId].filter((field) => field?.result === 'match');
  const bound = bonds.length > 0;
  const holder = holderFinding(namesOf(one), birthDate, asked, bonds[0]?.found ?? null);
  const fields: ComparedField[] = [
    ...(number ? [number] : []),
    ...(nationalId ? [nationalId] : []),
    ...holder.fields,
    ...(profession ? [profession] : []),
    ...(issuer ? [issuer] : []),
    ...(until ? [until] : []),
    ...(fact === 'early'
      ? [
          {
            field: 'validFrom',
            claimed: claim.validFrom,
            found: dayOf(own?.period?.start ?? null),
            result: 'review' as const,
          },
        ]
      : []),
    ...(bound ? [] : [{ field: 'holder', claimed: null, found: null, result: 'review' as const }]),
  ];
  const over = fact === 'early' || fact === null ? null : fact === 'inactive' ? 'revoked' : fact;
  const outcome = outcomeOfFields(fields, over);
  const against = outcome !== 'mismatch' && fact !== null ? [FACT_REASONS[fact]] : [];
  return {
    run: 'ran',
    outcome,
    fields,
    ...(fact === 'inactive' && { needsPerson: true }),
    reasons: [
      ...against,
      ...(outcome === 'match' ? [ANSWER_REASONS.found] : []),
      ...(number?.result === 'mismatch' ? [ANSWER_REASONS.number_differs] : []),
      ...(bound ? [] : [ANSWER_REASONS.by_name_only]),
      ...holder.reasons,
      ...(profession?.result === 'review' ? [ANSWER_REASONS.profession_differs] : []),
      ...(issuer?.result === 'review' ? [ANSWER_REASONS.authority_differs] : []),
      ...(until?.result === 'review' ? [ANSWER_REASONS.dates_differ] : []),
      ...(one.qualification.length === 0 ? [NO_QUALIFICATION] : []),
    ],
  };
}

/** The licence that is meant: by its number; without one, that of the profession; without that, the only one. */
function qualificationOf({ qualification }: Practitioner, { claim }: Asked): Qualification | null {
  const key = numberKey(claim.number ?? '');
  const numbered = qualification.filter(({ identifier }) =>
    identifier.some(({ value }) => numberKey(value ?? '') === key),
  );
  if (key !== '' && numbered[0]) return numbered[0];
  const fitting = qualification.filter(
    (one) => professionField(claim.profession, wordsOf(one))?.result === 'match',
  );
  if (fitting.length === 1 && fitting[0]) return fitting[0];
  return qualification.length === 1 ? (qualification[0] ?? null) : null;
}

function numberField(one: Practitioner, own: Qualification | null, { claim }: Asked): ComparedField | null {
  if (claim.number === null) return null;
  const key = numberKey(claim.number);
  const all = [...one.qualification.flatMap(({ identifier }) => identifier), ...one.identifier].map(
    ({ value }) => value,
  );
  const found = [...all, one.id].find((value) => numberKey(value ?? '') === key);
  if (found !== undefined) return { field: 'number', claimed: claim.number, found, result: 'match' };
  const other = own?.identifier[0]?.value ?? null;
  return {
    field: 'number',
    claimed: claim.number,
    found: other,
    result: other === null ? 'review' : 'mismatch',
  };
}

const NATIONAL_ID = /\bnik\b|national|nnxxx|paspor|passport/i;

/** Compared whole, shown by its last four digits only. */
function nationalIdField({ identifier }: Practitioner, claimed: string | null): ComparedField | null {
  if (claimed === null) return null;
  const found = identifier.find(({ system }) => NATIONAL_ID.test(system ?? ''))?.value ?? null;
  const same = identifier.some(({ value }) => numberKey(value ?? '') === numberKey(claimed));
  const result = same ? 'match' : found === null || found.includes('*') ? 'absent' : 'mismatch';
  return {
    field: 'nationalId',
    claimed: masked(claimed),
    found: same ? masked(claimed) : found && masked(found),
    result,
  };
}

function masked(value: string): string {
  return `••••${value.slice(-4)}`;
}

/** Authorities are written in full and in short; a registry named as the authority is no authority. */
function issuerField(claimed: string | null, found: string | null): ComparedField | null {
  if (claimed === null || found === null) return null;
  if (/satusehat|fhir|^npi|nppes/.test(authorityKey(claimed))) return null;
  return { field: 'authority', claimed, found, result: sameInstitution(claimed, found) ? 'match' : 'review' };
}

function untilField(claimed: LocalDate | null, found: LocalDate | null): ComparedField | null {
  if (claimed === null && found === null) return null;
  const result = claimed === null || found === null ? 'absent' : claimed === found ? 'match' : 'review';
  return { field: 'validUntil', claimed, found, result };
}

function wordsOf({ code }: Qualification): string[] {
  const words = [code?.text ?? null, ...(code?.coding ?? []).flatMap(({ display }) => [display])];
  return words.filter((word): word is string => word !== null);
}

function dayOf(moment: string | null): LocalDate | null {
  return /^\d{4}-\d\d-\d\d/.exec(moment ?? '')?.[0] ?? null;
}

const NO_QUALIFICATION: Reason = {
  code: 'identity_only',
  text: {
    id: 'Sumber membuktikan nomor dan nama, tetapi tidak memuat izin praktik.',
    en: 'The source shows number and name, but holds no licence.',
  },
};
const INACTIVE: Reason = {
  code: 'inactive',
  text: {
    id: 'Sumber menandai data tenaga ini tidak aktif lagi; petugas akan memeriksanya.',
    en: 'The source marks this practitioner’s record as no longer active; an officer will look.',
  },
};
const FACT_REASONS: Readonly<Record<Fact, Reason>> = {
  revoked: ANSWER_REASONS.revoked,
  suspended: ANSWER_REASONS.suspended,
  expired: ANSWER_REASONS.expired,
  early: ANSWER_REASONS.not_yet_valid,
  inactive: INACTIVE,
};

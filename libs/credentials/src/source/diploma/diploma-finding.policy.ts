import type { Reason } from '@himpun/kernel';
import { ANSWER_REASONS, outcomeOfFields } from '../answer.policy';
import { numberKey } from '../authority-key';
import type { ComparedField } from '../check-source';
import { holderFinding } from '../holder.policy';
import type { Asked, Reading } from '../registry';
import type { DiplomaRecord } from './diploma-answer.policy';
import { institutionLikeness } from './institution-match.policy';
import { programmeField, levelField } from './programme.policy';

/** What one record of a diploma register says of a claim. A record of the institution alone says nothing of the person. */
export function diplomaFinding(record: DiplomaRecord, asked: Asked): Reading {
  const { claim } = asked;
  const birthDate = /^\d{4}-\d\d-\d\d$/.test(record.birthDate ?? '') ? record.birthDate : null;
  const number = numberField(record, claim.number);
  const boundBy = number?.result === 'match' ? number.found : null;
  const holder = record.name === null ? null : holderFinding([record.name], birthDate, asked, boundBy);
  const institution = institutionField(record, claim.institution);
  const fields = [
    ...(number ? [number] : []),
    ...(holder?.fields ?? []),
    ...(institution ? [institution] : []),
    ...[
      programmeField(record, claim),
      levelField(record, claim),
      graduatedField(record, claim.endedOn),
    ].filter((field) => field !== null),
    ...statusFields(record),
  ];
  const revoked = holder !== null && /dibatalkan|dicabut|batal|revoked/i.test(record.status ?? '');
  const outcome = outcomeOfFields(fields, revoked ? 'revoked' : null);
  const open = openReasons(record, fields);
  const decided = outcome === 'match' && open.length > 0 ? 'partial' : outcome;
  return {
    run: 'ran',
    outcome: decided,
    fields,
    reasons: [
      ...(decided === 'match' ? [ANSWER_REASONS.found] : []),
      ...(decided === 'revoked' ? [ANSWER_REASONS.revoked] : []),
      ...(number?.result === 'mismatch' ? [ANSWER_REASONS.number_differs] : []),
      ...(institution && institution.result !== 'match' && institution.found !== null
        ? [INSTITUTION_DIFFERS]
        : []),
      ...(holder?.reasons ?? []),
      ...open,
    ],
  };
}

/** What keeps a record that agrees from being proof of the diploma. */
function openReasons(record: DiplomaRecord, fields: readonly ComparedField[]): Reason[] {
  const numbered = fields.some(({ field, result }) => field === 'number' && result === 'match');
  if (record.name === null) return [INSTITUTION_ONLY];
  return [
    ...(numbered ? [] : [ANSWER_REASONS.by_name_only]),
    ...(isGraduate(record, numbered) ? [] : [NOT_GRADUATED]),
    ...(fields.some(({ field, result }) => DETAILS.has(field) && result === 'review')
      ? [STUDIES_DIFFER]
      : []),
  ];
}

const DETAILS = new Set(['programme', 'level', 'graduated']);

/** `Lulus` is the evidence of a graduation; a register of diplomas has none but graduates. */
function isGraduate({ status, graduated }: DiplomaRecord, numbered: boolean): boolean {
  if (status === null || /^(?:valid|terdaftar|terverifikasi|sah|aktif|verified)$/i.test(status)) {
    return numbered || graduated !== null;
  }
  return /lulus|graduat|alumni|valid|sah/i.test(status) && !/tidak|belum|in-?valid/i.test(status);
}

function numberField({ numbers }: DiplomaRecord, claimed: string | null): ComparedField | null {
  if (claimed === null) return null;
  const same = numbers.find((one) => numberKey(one) === numberKey(claimed));
  if (same !== undefined) return { field: 'number', claimed, found: same, result: 'match' };
  return {
    field: 'number',
    claimed,
    found: numbers[0] ?? null,
    result: numbers.length === 0 ? 'absent' : 'mismatch',
  };
}

function institutionField(record: DiplomaRecord, claimed: string | null): ComparedField | null {
  if (claimed === null) return null;
  const { institution: found } = record;
  const result = found === null ? 'absent' : institutionLikeness(claimed, found, record.institutionAlso);
  return { field: 'institution', claimed, found, result };
}

/** A year alone is compared with the year. */
function graduatedField({ graduated }: DiplomaRecord, claimed: string | null): ComparedField | null {
  if (graduated === null || claimed === null) return null;
  const same = claimed.slice(0, graduated.length) === graduated;
  const near = Math.abs(Number(claimed.slice(0, 4)) - Number(graduated.slice(0, 4))) === 0;
  return { field: 'graduated', claimed, found: graduated, result: same || near ? 'match' : 'review' };
}

function statusFields({ status, name }: DiplomaRecord): ComparedField[] {
  const field = name === null ? 'institutionStatus' : 'status';
  return status === null ? [] : [{ field, claimed: null, found: status, result: 'absent' }];
}

const INSTITUTION_DIFFERS: Reason = {
  code: 'institution_differs',
  field: 'institution',
  text: {
    id: 'Perguruan tinggi pada sumber tertulis lain daripada yang Anda isi.',
    en: 'The institution at the source is written differently from the one entered.',
  },
};
const INSTITUTION_ONLY: Reason = {
  code: 'institution_only',
  text: {
    id: 'Sumber mengenal perguruan tinggi atau program studinya, tetapi jawaban ini tidak menyebut ijazah siapa pun.',
    en: 'The source knows the institution or the programme, but this answer names nobody’s diploma.',
  },
};
const NOT_GRADUATED: Reason = {
  code: 'not_graduated_yet',
  text: {
    id: 'Sumber belum mencatat kelulusan. Pelaporan perguruan tinggi bisa terlambat; petugas akan memeriksanya.',
    en: 'The source has not recorded a graduation. Institutions may report late; an officer will look.',
  },
};
const STUDIES_DIFFER: Reason = {
  code: 'studies_differ',
  text: {
    id: 'Program studi, jenjang, atau tahun lulus pada sumber berbeda dari yang Anda isi.',
    en: 'Programme, level or year of graduation at the source differ from those entered.',
  },
};

import type { Bilingual, LocalDate, Reason } from '@himpun/kernel';
import { DETAILS } from '../review/correction.policy';

/** What is asked of every applicant about themselves. */
export interface ApplicantDetails {
  birthDate: LocalDate | null;
  phone: string | null;
}

const EARLIEST = '1900-01-01';

/** What the details still lack; no group decides about somebody it cannot tell apart or reach. */
export function detailGaps(details: ApplicantDetails): Reason[] {
  return [
    ...(details.birthDate ? [] : [gap('birth_date_missing', BIRTH_DATE)]),
    ...(details.phone ? [] : [gap('phone_missing', PHONE)]),
  ];
}

/** What cannot be true of the details. */
export function detailFaults(details: ApplicantDetails, today: LocalDate): Reason[] {
  const { birthDate } = details;
  if (!birthDate || (birthDate >= EARLIEST && birthDate <= today)) return [];
  return [{ code: 'birth_date', field: 'birthDate', text: IMPOSSIBLE }];
}

function gap(code: string, text: Bilingual): Reason {
  return { code, field: DETAILS, text };
}

const BIRTH_DATE = { id: 'Isi tanggal lahir Anda.', en: 'Enter your date of birth.' };
const PHONE = { id: 'Isi nomor telepon Anda.', en: 'Enter your phone number.' };
const IMPOSSIBLE = {
  id: 'Tanggal lahir harus setelah 1900 dan tidak di masa depan.',
  en: 'The date of birth must be after 1900 and not in the future.',
};

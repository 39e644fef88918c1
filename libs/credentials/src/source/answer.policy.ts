import type { Reason } from '@himpun/kernel';
import type { CheckOutcome } from '../check/check.states';
import type { ComparedField } from './check-source';

/** Whether an outcome waits for a person. A match needs nobody; that a licence has ended or was withdrawn is the source's word. */
export function needsPerson(outcome: CheckOutcome | null): boolean {
  return outcome === null || outcome === 'partial' || outcome === 'mismatch' || outcome === 'not_found';
}

/**
 * The outcome of what was compared: a mismatch of who or which weighs most, then a fact of the source (revoked beats
 * suspended beats expired), then anything that a person has to look at.
 */
export function outcomeOfFields(
  fields: readonly ComparedField[],
  fact: 'expired' | 'revoked' | 'suspended' | null,
): CheckOutcome {
  if (fields.some(({ result }) => result === 'mismatch')) return 'mismatch';
  if (fact !== null) return fact;
  return fields.some(({ result }) => result === 'review') ? 'partial' : 'match';
}

/** Reasons common to sources. None of them says or hints that somebody lied. */
export const ANSWER_REASONS = {
  found: reason('found', 'Sumber mengenal data ini.', 'The source knows this record.'),
  not_found: reason(
    'not_found',
    'Nomor ini tidak ada di sumber ini. Register bisa belum lengkap atau nomornya tertulis lain; petugas akan memeriksanya.',
    'This number is not in this source. Registers have gaps and numbers are written in many ways; an officer will look.',
  ),
  revoked: reason('revoked', 'Menurut sumber, izin ini dicabut.', 'According to the source, it was revoked.'),
  suspended: reason(
    'suspended',
    'Menurut sumber, izin ini sedang dibekukan.',
    'According to the source, it is suspended.',
  ),
  expired: reason(
    'expired',
    'Menurut sumber, masa berlakunya sudah lewat.',
    'According to the source, it is no longer in force.',
  ),
  not_yet_valid: reason(
    'not_yet_valid',
    'Menurut sumber, masa berlakunya belum mulai.',
    'According to the source, it is not in force yet.',
  ),
  authority_differs: reason(
    'authority_differs',
    'Sumber menyebut penerbit lain.',
    'The source names another authority.',
  ),
  number_differs: reason(
    'number_differs',
    'Nomor pada sumber berbeda dari yang Anda isi.',
    'The number at the source differs from the one entered.',
  ),
  several_records: reason(
    'several_records',
    'Beberapa data di sumber cocok dengan pertanyaan ini, jadi petugas yang memilih.',
    'Several records of the source fit this question, so an officer chooses.',
  ),
  by_name_only: reason(
    'by_name_only',
    'Hanya nama yang dapat dibandingkan; orang lain bisa bernama sama.',
    'Only the name could be compared, and others may bear it too.',
  ),
  says_nothing: reason(
    'says_nothing',
    'Jawaban sumber tidak memuat apa pun tentang isian ini.',
    'The source’s answer holds nothing about this claim.',
  ),
  profession_differs: reason(
    'profession_differs',
    'Sumber menyebut profesi dengan nama lain.',
    'The source names the profession differently.',
  ),
  dates_differ: reason(
    'dates_differ',
    'Tanggal pada sumber berbeda dari yang Anda isi.',
    'The dates at the source differ from those entered.',
  ),
  source_unavailable: reason(
    'source_unavailable',
    'Sumber tidak dapat dihubungi setelah beberapa kali percobaan. Ini bukan salah Anda; petugas akan memeriksanya.',
    'The source could not be reached after several tries. This is no fault of yours; an officer will look.',
  ),
  source_refused: reason(
    'source_refused',
    'Sumber tidak menerima pertanyaan ini. Petugas akan memeriksanya.',
    'The source did not accept this question. An officer will look.',
  ),
} as const;

function reason(code: string, id: string, en: string): Reason {
  return { code, text: { id, en } };
}

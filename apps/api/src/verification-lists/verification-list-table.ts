import type { Readable } from 'node:stream';
import type { ListPerson, ListResult } from '@himpun/credentials';
import type { Bilingual } from '@himpun/kernel';
import { csv } from '../registers/register-tables';

type Language = 'id' | 'en';

/** How a table is worded. */
interface Wording {
  language: Language;
  nameOf: (source: string) => Bilingual;
}

/**
 * People with result and reasons as CSV, piece by piece. Cells of a stranger's file that a spreadsheet would carry out as
 * formulas are made text. The last columns are for machines: the result's code, and the hash of each answer.
 */
export function peopleCsv(pieces: AsyncIterable<ListPerson[]>, { language, nameOf }: Wording): Readable {
  return csv<ListPerson>(HEADER[language], pieces, (person) => [
    ...[person.row, person.number, person.name, person.birthDate, person.authority, person.profession],
    RESULT_WORDS[person.result][language],
    person.answers.map(({ source }) => nameOf(source)[language]).join('; '),
    person.answers.flatMap(({ reasons }) => reasons.map(({ text }) => text[language])).join(' '),
    person.checkedAt?.toISOString() ?? '',
    person.result,
    person.answers
      .map(({ answerHash }) => answerHash ?? '')
      .filter((hash) => hash !== '')
      .join('; '),
  ]);
}

const HEADER: Readonly<Record<Language, string[]>> = {
  id: 'Baris,Nomor,Nama,Tanggal lahir,Otoritas,Profesi,Hasil,Sumber,Alasan,Diperiksa,Kode hasil,SHA-256 jawaban'.split(
    ',',
  ),
  en: 'Row,Number,Name,Date of birth,Authority,Profession,Result,Sources,Reasons,Checked,Result code,SHA-256 of answer'.split(
    ',',
  ),
};

/** Results in words, as the page has them. */
const RESULT_WORDS: Readonly<Record<ListResult, Bilingual>> = {
  waiting: { id: 'Menunggu', en: 'Waiting' },
  match: { id: 'Cocok', en: 'Match' },
  partial: { id: 'Perlu dilihat', en: 'Needs a look' },
  mismatch: { id: 'Berbeda', en: 'Differs' },
  not_found: { id: 'Tidak ada di sumber ini', en: 'Not in this source' },
  expired: { id: 'Tidak berlaku lagi', en: 'No longer in force' },
  revoked: { id: 'Dicabut', en: 'Revoked' },
  suspended: { id: 'Dibekukan', en: 'Suspended' },
  not_covered: { id: 'Tidak tercakup', en: 'Not covered' },
  unavailable: { id: 'Sumber tidak dapat dihubungi', en: 'Source could not be reached' },
  refused: { id: 'Sumber tidak menerima pertanyaan', en: 'Source did not take the question' },
};

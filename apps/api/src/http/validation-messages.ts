import type { Bilingual } from '@himpun/kernel';

const TEXTS: Readonly<Record<string, Bilingual>> = {
  whitelistValidation: { id: 'Isian ini tidak dikenal.', en: 'This field is not known.' },
  isNotEmpty: { id: 'Isi bagian ini.', en: 'Fill this in.' },
  isDefined: { id: 'Isi bagian ini.', en: 'Fill this in.' },
  isString: { id: 'Isi dengan teks.', en: 'Enter text.' },
  isInt: { id: 'Isi dengan bilangan bulat.', en: 'Enter a whole number.' },
  isNumber: { id: 'Isi dengan angka.', en: 'Enter a number.' },
  isBoolean: { id: 'Pilih ya atau tidak.', en: 'Choose yes or no.' },
  isEmail: {
    id: 'Isi alamat surel yang benar, misalnya nama@contoh.id.',
    en: 'Enter a correct e-mail address, such as name@example.org.',
  },
  isUuid: { id: 'Nomor rujukan ini tidak benar.', en: 'This reference is not correct.' },
  isIn: { id: 'Pilih salah satu dari pilihan yang ada.', en: 'Choose one of the options.' },
  isEnum: { id: 'Pilih salah satu dari pilihan yang ada.', en: 'Choose one of the options.' },
  isArray: { id: 'Isi dengan daftar.', en: 'Give a list.' },
  isObject: { id: 'Isi dengan data terstruktur.', en: 'Give structured data.' },
  isUrl: { id: 'Isi alamat web yang benar.', en: 'Enter a correct web address.' },
  isDateString: { id: 'Isi tanggal yang benar.', en: 'Enter a correct date.' },
  isLocalDate: {
    id: 'Isi tanggal yang benar, misalnya 2026-11-21.',
    en: 'Enter a correct date, such as 2026-11-21.',
  },
  isPersonName: {
    id: 'Isi nama 1 sampai 200 huruf, tanpa tanda kendali.',
    en: 'Enter a name of 1 to 200 letters, without control characters.',
  },
  matches: { id: 'Bentuk isian ini tidak benar.', en: 'This is not in the right form.' },
  equals: { id: 'Persetujuan ini diperlukan.', en: 'This consent is needed.' },
};

/** The sentence for a failed rule; limits are taken over from class-validator's own English message. */
export function validationText(rule: string, message: string): Bilingual {
  const limit = /(\d+)/.exec(message)?.[1] ?? '';
  switch (rule) {
    case 'maxLength':
    case 'isLength':
      return { id: `Paling banyak ${limit} huruf.`, en: `At most ${limit} characters.` };
    case 'minLength':
      return { id: `Paling sedikit ${limit} huruf.`, en: `At least ${limit} characters.` };
    case 'min':
      return { id: `Paling kecil ${limit}.`, en: `At least ${limit}.` };
    case 'max':
      return { id: `Paling besar ${limit}.`, en: `At most ${limit}.` };
    case 'arrayMaxSize':
      return { id: `Paling banyak ${limit} buah.`, en: `At most ${limit} items.` };
    case 'arrayMinSize':
      return { id: `Paling sedikit ${limit} buah.`, en: `At least ${limit} items.` };
    default:
      return TEXTS[rule] ?? { id: 'Isian ini belum benar.', en: 'This field is not right.' };
  }
}

import { inLanguage, type Bilingual, type DomainError, type Language } from '@himpun/kernel';
import { statusOf } from './problem-status';

/** RFC 9457 problem details with the product's own members. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** A sentence a person can act on, in their language. */
  detail: string;
  /** Stable; what programs look at. */
  code: string;
  reasons?: { code: string; message: string; field?: string }[];
  /** Quote this when asking for help; the logs know it. */
  reference: string;
  [member: string]: unknown;
}

const TITLES: Readonly<Record<number, Bilingual>> = {
  400: { id: 'Isian belum benar', en: 'The input is not right' },
  401: { id: 'Perlu masuk', en: 'Sign-in needed' },
  403: { id: 'Tidak diizinkan', en: 'Not allowed' },
  404: { id: 'Tidak ditemukan', en: 'Not found' },
  405: { id: 'Cara ini tidak diterima', en: 'Method not accepted' },
  408: { id: 'Terlalu lama', en: 'Took too long' },
  409: { id: 'Bertabrakan dengan perubahan lain', en: 'Conflicts with another change' },
  410: { id: 'Sudah tidak berlaku', en: 'No longer valid' },
  413: { id: 'Terlalu besar', en: 'Too large' },
  414: { id: 'Alamat terlalu panjang', en: 'Address too long' },
  415: { id: 'Jenis tidak diterima', en: 'Type not accepted' },
  422: { id: 'Tidak dapat dilakukan', en: 'Cannot be done' },
  429: { id: 'Terlalu sering', en: 'Too often' },
  431: { id: 'Kepala terlalu panjang', en: 'Headers too long' },
  500: { id: 'Ada gangguan pada sistem', en: 'Something went wrong here' },
  503: { id: 'Layanan sedang terganggu', en: 'Service disturbed' },
};

/** The problem document of a business refusal. */
export function problemOf(error: DomainError, language: Language, reference: string): Problem {
  const status = statusOf(error.code);
  return {
    ...error.details,
    type: `urn:himpun:problem:${error.code}`,
    title: titleOf(status, language),
    status,
    detail: inLanguage(error.sentence, language),
    code: error.code,
    ...(error.reasons.length > 0 && {
      reasons: error.reasons.map((reason) => ({
        code: reason.code,
        message: inLanguage(reason.text, language),
        ...(reason.field !== undefined && { field: reason.field }),
      })),
    }),
    reference,
  };
}

function titleOf(status: number, language: Language): string {
  return inLanguage(TITLES[status] ?? (TITLES[422] as Bilingual), language);
}

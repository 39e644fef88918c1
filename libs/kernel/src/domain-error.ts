import type { Bilingual, Reason } from './bilingual';

/**
 * A refusal by the business itself. `code` is stable and part of the API; its last word picks the HTTP status
 * (`licence.not_found` → 404, see apps/api/src/http/problem-status.ts). `sentence` tells a person what to do.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly sentence: Bilingual,
    readonly reasons: readonly Reason[] = [],
    /** Further plain data for the caller, e.g. the present version of a record that went stale. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${sentence.en}`);
    this.name = 'DomainError';
  }
}

/** The answer for what is missing and for what this actor may not know of: both look alike. */
export function notFound(noun: string): DomainError {
  return new DomainError(`${noun}.not_found`, {
    id: 'Data ini tidak ditemukan, atau Anda tidak berhak melihatnya.',
    en: 'This record was not found, or you may not see it.',
  });
}

/** The answer for an act whose actor lacks the power for it. */
export function forbidden(noun: string, sentence?: Bilingual): DomainError {
  return new DomainError(
    `${noun}.forbidden`,
    sentence ?? {
      id: 'Anda tidak berwenang melakukan ini. Hubungi pengurus kelompok Anda.',
      en: 'You do not have the power to do this. Ask an officer of your group.',
    },
  );
}

/** The answer to an edit of a record that somebody else changed meanwhile; `current` is what is stored now. */
export function stale(noun: string, current: Readonly<Record<string, unknown>>): DomainError {
  return new DomainError(
    `${noun}.stale`,
    {
      id: 'Data ini sudah diubah di tempat lain. Bandingkan kedua versi, lalu simpan lagi.',
      en: 'This record was changed elsewhere. Compare both versions, then save again.',
    },
    [],
    { current },
  );
}

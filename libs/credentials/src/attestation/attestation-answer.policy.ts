import type { Reason } from '@himpun/kernel';
import type { AttestedClaim } from './attested-claim.policy';

/** `differs`: the record exists, but not all of it is as claimed. */
export type AttestationVerdict = 'yes' | 'no' | 'differs';

export const ATTESTATION_VERDICTS: readonly AttestationVerdict[] = ['yes', 'no', 'differs'];

/** What an institution says of one claim, and who says it. */
export interface AttestationWord {
  verdict: AttestationVerdict;
  /** Name of who answers. */
  name: string;
  /** Office of who answers. */
  office: string;
  remark: string | null;
  /** With `differs`: each field that is otherwise, and what the institution's records say. */
  differences: { field: string; found: string }[];
}

/** The answer as it is kept: what was asked, of whom, what was said, by whom and when. */
export interface KeptAnswer {
  reference: string;
  institution: string;
  contact: string;
  domain: string;
  /** ISO 8601. */
  askedAt: string;
  answeredAt: string;
  claim: AttestedClaim;
  word: AttestationWord;
  /** What was sent along: SHA-256 in hexadecimal. */
  file: { id: string; sha256: string } | null;
}

/** What is missing or does not fit in an answer to this claim. */
export function wordFaults(claim: AttestedClaim, word: AttestationWord): Reason[] {
  if (word.verdict !== 'differs') {
    return word.differences.length > 0 ? [fault('differences', NOT_DIFFERENT)] : [];
  }
  if (word.differences.length === 0) return [fault('differences', NOTHING_NAMED)];
  const shown = new Map(claim.fields.map(({ field, value }) => [String(field), value]));
  const seen = new Set<string>();
  return word.differences.flatMap(({ field, found }) => {
    const claimed = shown.get(field);
    const twice = seen.has(field);
    seen.add(field);
    if (claimed === undefined || twice) return [fault('differences', NOT_SHOWN)];
    return found.trim() === claimed.trim() ? [fault(`differences.${field}`, SAME)] : [];
  });
}

function fault(field: string, text: Reason['text']): Reason {
  return { code: 'answer', field, text };
}

const NOT_DIFFERENT = {
  id: 'Perbedaan hanya diisi bila jawabannya “Ada yang berbeda”.',
  en: 'Name differences only where the answer is “Something differs”.',
};
const NOTHING_NAMED = { id: 'Tuliskan apa yang berbeda.', en: 'Say what differs.' };
const NOT_SHOWN = {
  id: 'Perbedaan hanya dapat menyebut isian yang ditampilkan, masing-masing sekali.',
  en: 'Differences can name only what is shown, each once.',
};
const SAME = {
  id: 'Isian ini sama dengan yang ditanyakan. Tuliskan yang ada pada catatan Anda.',
  en: 'This is the same as what was asked. Write what your records say.',
};

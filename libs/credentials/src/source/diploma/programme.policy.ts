import type { Claim } from '../../credential/claim';
import type { ComparedField } from '../check-source';
import { professionField } from '../profession.policy';
import type { DiplomaRecord } from './diploma-answer.policy';

/** KKNI levels (Perpres 8/2012) of the degrees as registers write them. */
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s-?3|doktor(?: terapan)?|sp-?2|sub ?spesialis)$/, 9],
  [/^(?:s-?2|magister(?: terapan)?|master|sp-?1|spesialis(?: 1)?)$/, 8],
  [/^(?:profesi|pendidikan profesi|ners|dokter)$/, 7],
  [/^(?:s-?1|sarjana(?: terapan)?|d-?(?:4|iv)|diploma (?:4|iv)|bachelor)$/, 6],
  [/^(?:d-?(?:3|iii)|diploma (?:3|iii)|ahli madya)$/, 5],
  [/^(?:d-?(?:2|ii)|diploma (?:2|ii))$/, 4],
  [/^(?:d-?(?:1|i)|diploma (?:1|i))$/, 3],
];

export function levelField({ level }: DiplomaRecord, { level: claimed }: Claim): ComparedField | null {
  if (level === null || claimed === null) return null;
  const found = LEVELS.find(([form]) => form.test(level.toLowerCase().trim()))?.[1] ?? null;
  const result = found === null ? 'absent' : found === claimed ? 'match' : 'review';
  return {
    field: 'level',
    claimed: String(claimed),
    found: found === null ? level : `${found} (${level})`,
    result,
  };
}

/** The field of study, or the title where no field was entered; in another language by the profession it belongs to. */
export function programmeField({ programme }: DiplomaRecord, claim: Claim): ComparedField | null {
  const claimed = claim.field ?? claim.title;
  if (programme === null || claimed === null) return null;
  const [one, other] = [plain(claimed), plain(programme)];
  const same = one === other || ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
  const profession = same ? null : professionField(claimed, [programme]);
  return {
    field: 'programme',
    claimed,
    found: programme,
    result: same || profession?.result === 'match' ? 'match' : 'review',
  };
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

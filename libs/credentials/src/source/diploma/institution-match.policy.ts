import { namesOfInstitution } from './institution-names';

export type Likeness = 'match' | 'review' | 'mismatch';

/** What kind of house it is, in the words of two languages; houses change it when they grow. */
const KINDS: Readonly<Record<string, string>> = {
  university: 'universitas',
  univ: 'universitas',
  institute: 'institut',
  inst: 'institut',
  polytechnic: 'politeknik',
  poltek: 'politeknik',
  academy: 'akademi',
  college: 'sekolah tinggi',
  uin: 'universitas islam negeri',
  iain: 'institut agama islam negeri',
  upn: 'universitas pembangunan nasional',
};
/** Kinds with a subject in their name, by the short form that everybody uses. */
const SHORT_KINDS: readonly (readonly [string, string])[] = [
  ['sekolah tinggi ilmu kesehatan', 'stikes'],
  ['politeknik kesehatan', 'poltekkes'],
  ['sekolah tinggi ilmu ekonomi', 'stie'],
  ['sekolah tinggi keguruan dan ilmu pendidikan', 'stkip'],
  ['sekolah tinggi manajemen informatika dan komputer', 'stmik'],
];
const WORDS: Readonly<Record<string, string>> = {
  state: 'negeri',
  islamic: 'islam',
  christian: 'kristen',
  catholic: 'katolik',
  technology: 'teknologi',
  science: 'sains',
  sciences: 'sains',
  health: 'kesehatan',
  education: 'pendidikan',
  indonesian: 'indonesia',
  national: 'nasional',
  open: 'terbuka',
  sumatra: 'sumatera',
  medical: 'kedokteran',
  council: 'konsil',
};
const KIND_WORDS = new Set([
  ...['universitas', 'institut', 'politeknik', 'akademi', 'sekolah', 'tinggi', 'ilmu'],
  ...SHORT_KINDS.map(([, short]) => short),
]);
const EMPTY_WORDS = new Set('of the and dan di at for y in'.split(' '));

/**
 * Whether two names are one institution's: in two languages, short or in full, by a domain. A trigram likeness would take
 * STIKES Muhammadiyah Gombong for that of Cirebon; so every word that tells houses apart has to be in both.
 * @param also other names the record itself gives (its short form, its website).
 */
export function institutionLikeness(claimed: string, found: string, also: readonly string[] = []): Likeness {
  const others = [found, ...also].flatMap(namesOfInstitution);
  const all = namesOfInstitution(claimed).flatMap((one) => others.map((other) => likeness(one, other)));
  if (all.includes('match')) return 'match';
  if (
    all.includes('review') ||
    initialsOf(found) === short(claimed) ||
    initialsOf(claimed) === short(found)
  ) {
    return 'review';
  }
  return 'mismatch';
}

/** For bodies that are mostly written by their initials: `KTKI`, `Konsil Tenaga Kesehatan Indonesia`. */
export function sameInstitution(one: string, other: string): boolean {
  return (
    institutionLikeness(one, other) === 'match' ||
    initialsOf(one) === short(other) ||
    initialsOf(other) === short(one)
  );
}

function likeness(one: string, other: string): Likeness {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.telling.length === 0 || b.telling.length === 0) {
    return a.all.length > 0 && a.all.join(' ') === b.all.join(' ') ? 'match' : 'mismatch';
  }
  const same = a.telling.join(' ') === b.telling.join(' ');
  if (same) return a.kind === b.kind || a.kind === '' || b.kind === '' ? 'match' : 'review';
  const [few, many] = a.telling.length <= b.telling.length ? [a.telling, b.telling] : [b.telling, a.telling];
  const inner = few.every((word) => many.includes(word));
  // `Universitas Indonesia` is no part of `Universitas Islam Indonesia`: one common word tells too little.
  if (inner && few.length > 1 && a.kind === b.kind) return 'review';
  return few.length === many.length && few.every((word, at) => slips(word, many[at] ?? ''))
    ? 'review'
    : 'mismatch';
}

function wordsOf(name: string): { all: string[]; telling: string[]; kind: string } {
  const all = plainWords(name).flatMap((word) => (KINDS[word] ?? WORDS[word] ?? word).split(' '));
  const kinds = all.filter((word) => KIND_WORDS.has(word));
  const telling = all.filter((word) => !KIND_WORDS.has(word)).sort();
  return { all: [...all].sort(), telling: [...new Set(telling)], kind: [...new Set(kinds)].sort().join(' ') };
}

function plainWords(name: string): string[] {
  const small = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return SHORT_KINDS.reduce((text, [long, short]) => text.replace(long, short), small)
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word))
    .map((word) => word.replaceAll('oe', 'u').replaceAll('dj', 'j').replaceAll('tj', 'c'));
}

/** One letter more, less or other in a long word. */
function slips(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 6 || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [a, b] = [one.slice(at), other.slice(at)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}

function initialsOf(name: string): string {
  const words = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word.toLowerCase()));
  return words.length < 2 ? '' : words.map((word) => word[0]?.toLowerCase()).join('');
}

function short(name: string): string | null {
  const text = name.trim().replaceAll('.', '').toLowerCase();
  return /^[a-z]{2,8}$/.test(text) ? text : null;
}

import type { ComparedField } from './check-source';

/** Names of one profession in the languages that registers use; stems, lower case. */
const PROFESSIONS: readonly (readonly string[])[] = [
  ['fisioterap', 'physiotherap', 'physical therap'],
  ['dokter gigi', 'dentist', 'dental'],
  ['dokter', 'physician', 'medical doctor', 'internal medicine', 'family medicine'],
  ['perawat', 'nurse', 'nursing'],
  ['bidan', 'midwi'],
  ['apoteker', 'pharmac'],
  ['psikolog', 'psycholog'],
  ['radiograf', 'radiolog'],
  ['okupasi', 'occupational therap'],
  ['wicara', 'speech'],
  ['ahli gizi', 'nutrition', 'dietit'],
  ['analis', 'laboratory', 'patholog'],
];
const STEM = 6;

/** Compares a profession as claimed with those a source names; it points out, it never decides alone. */
export function professionField(claimed: string | null, found: readonly string[]): ComparedField | null {
  if (claimed === null || claimed.trim() === '') return null;
  if (found.length === 0) return { field: 'profession', claimed, found: null, result: 'absent' };
  const fits = found.find((name) => sameProfession(claimed, name));
  return {
    field: 'profession',
    claimed,
    found: fits ?? found.join('; '),
    result: fits === undefined ? 'review' : 'match',
  };
}

function sameProfession(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  const groups = (text: string) =>
    PROFESSIONS.findIndex((stems) => stems.some((stem) => text.includes(stem)));
  if (groups(a) >= 0 || groups(b) >= 0) return groups(a) === groups(b);
  return a.split(' ').some((word) => word.length >= STEM && b.includes(word.slice(0, STEM)));
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

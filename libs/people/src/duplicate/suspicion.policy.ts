import { createHash } from 'node:crypto';
import { birthDateSignal, matchNames, type NameMatch } from '@himpun/names';
import type { Reason } from '@himpun/kernel';
import type { MatchFactKind, MatchProfile } from './match-fact';

/** That two people may be one. */
export interface Suspicion {
  /** 0 to 1, two decimals: the order of the queue. It decides nothing. */
  score: number;
  /** What speaks for it first, then what speaks against it. */
  reasons: Reason[];
  /** What speaks for it, as marks of the values: a dismissed pair comes back only with a new one. Sorted. */
  signals: string[];
}

interface Sign {
  reason: Reason;
  weight: number;
  mark: string;
}

/** Below it nobody is asked. */
export const SUSPICION_FROM = 0.5;

/** How much each fact says by itself; with another name it says less, as two people may have typed one number. */
const WEIGHTS: Readonly<Record<MatchFactKind, { alike: number; otherName: number }>> = {
  national_id: { alike: 0.95, otherName: 0.8 },
  licence: { alike: 0.85, otherName: 0.6 },
  email: { alike: 0.8, otherName: 0.5 },
  // A telephone is a household's: without a name that fits it says nothing.
  phone: { alike: 0.6, otherName: 0 },
};
const BIRTH_WEIGHTS: Readonly<Record<NameMatch['verdict'], number>> = {
  match: 0.8,
  review: 0.55,
  mismatch: 0,
};
const EACH_AGAINST = 0.15;

/** Whether two people may be one, with reasons in words; null when nothing tells so. The order of the two makes no difference. */
export function suspicionOf(one: MatchProfile, other: MatchProfile): Suspicion | null {
  const name = bestName(one, other);
  const signs = [...factSigns(one, other, name), ...birthSigns(one, other, name)];
  const score = 1 - signs.reduce((left, { weight }) => left * (1 - weight), 1);
  if (score < SUSPICION_FROM) return null;
  const against = reasonsAgainst(one, other, name);
  const sorted = [...signs].sort((a, b) => b.weight - a.weight || a.mark.localeCompare(b.mark));
  return {
    score: Math.round(Math.max(0.05, score - EACH_AGAINST * against.length) * 100) / 100,
    reasons: [
      ...new Map(
        [...sorted.map(({ reason }) => reason), ...against].map((each) => [each.code, each]),
      ).values(),
    ],
    signals: signs.map(({ mark }) => mark).sort(),
  };
}

/** Whether what was dismissed has changed so that it is to be looked at again: something new speaks for it. */
export function isNews(signals: readonly string[], dismissed: readonly string[]): boolean {
  return signals.some((signal) => !dismissed.includes(signal));
}

function factSigns(one: MatchProfile, other: MatchProfile, name: NameMatch): Sign[] {
  const theirs = new Set(other.facts.map(({ kind, key }) => `${kind} ${key}`));
  return one.facts
    .filter(({ kind, key }) => theirs.has(`${kind} ${key}`))
    .map(({ kind, key }) => ({
      reason: SAME[kind],
      weight: name.verdict === 'mismatch' ? WEIGHTS[kind].otherName : WEIGHTS[kind].alike,
      mark: markOf(kind, key),
    }))
    .filter(({ weight }) => weight > 0);
}

function birthSigns(one: MatchProfile, other: MatchProfile, name: NameMatch): Sign[] {
  const weight = BIRTH_WEIGHTS[name.verdict];
  if (weight === 0 || birthDateSignal(one.birthDate, other.birthDate).verdict !== 'match') return [];
  const names = [one.names.join('\n'), other.names.join('\n')].sort().join('\n\n');
  return [
    {
      reason: name.verdict === 'match' ? SAME_BIRTH_AND_NAME : SAME_BIRTH_LIKE_NAME,
      weight,
      mark: markOf('birth', `${one.birthDate} ${names}`),
    },
  ];
}

function reasonsAgainst(one: MatchProfile, other: MatchProfile, name: NameMatch): Reason[] {
  const found: Reason[] = [];
  if (name.verdict === 'mismatch') found.push(NAME_DIFFERS);
  const birth = birthDateSignal(one.birthDate, other.birthDate).verdict;
  if (birth === 'mismatch' || birth === 'near') found.push(BIRTH_DIFFERS);
  const [ids, theirs] = [idsOf(one), idsOf(other)];
  if (ids.length > 0 && theirs.length > 0 && !ids.some((key) => theirs.includes(key))) found.push(ID_DIFFERS);
  return found;
}

function idsOf({ facts }: MatchProfile): string[] {
  return facts.filter(({ kind }) => kind === 'national_id').map(({ key }) => key);
}

function bestName(one: MatchProfile, other: MatchProfile): NameMatch {
  const all = one.names.flatMap((mine) => other.names.map((theirs) => matchNames(mine, theirs)));
  return all.reduce((best, each) => (each.score > best.score ? each : best), {
    score: 0,
    verdict: 'mismatch',
    reasons: [],
  } as NameMatch);
}

/** Nobody reads a value out of it. */
function markOf(kind: string, key: string): string {
  return `${kind}:${createHash('sha256').update(`${kind} ${key}`).digest('hex').slice(0, 24)}`;
}

const reason = (code: string, field: string, id: string, en: string): Reason => ({
  code,
  field,
  text: { id, en },
});
const SAME: Readonly<Record<MatchFactKind, Reason>> = {
  national_id: reason(
    'same_national_id',
    'nationalId',
    'Nomor identitas negara sama.',
    'The national id is the same.',
  ),
  licence: reason(
    'same_licence',
    'licence',
    'Nomor lisensi pada otoritas yang sama.',
    'The same licence number at the same authority.',
  ),
  email: reason(
    'same_email',
    'email',
    'Alamat surel sampai ke kotak surat yang sama.',
    'Both addresses reach one mailbox.',
  ),
  phone: reason('same_phone', 'phone', 'Nomor telepon sama.', 'The telephone number is the same.'),
};
const SAME_BIRTH_AND_NAME = reason(
  'same_birth_and_name',
  'birthDate',
  'Tanggal lahir sama dan namanya cocok.',
  'The same date of birth, and the names match.',
);
const SAME_BIRTH_LIKE_NAME = reason(
  'same_birth_like_name',
  'birthDate',
  'Tanggal lahir sama dan namanya mirip.',
  'The same date of birth, and the names are alike.',
);
const NAME_DIFFERS = reason('name_differs', 'fullName', 'Tetapi namanya berbeda.', 'But the names differ.');
const BIRTH_DIFFERS = reason(
  'birth_date_differs',
  'birthDate',
  'Tetapi tanggal lahirnya berbeda.',
  'But the dates of birth differ.',
);
const ID_DIFFERS = reason(
  'national_id_differs',
  'nationalId',
  'Tetapi nomor identitas negaranya berbeda.',
  'But the national ids differ.',
);

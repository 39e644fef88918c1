import type { Reason } from '@himpun/kernel';
import type { Claim } from '../../credential/claim';
import { notCovered } from '../reading';
import type { Reading } from '../registry';
import type { Coverage } from './diploma-answer.policy';

/** Years that studies of a level take at least (KKNI); without a level, one. */
const LEAST_YEARS: Readonly<Record<number, number>> = { 3: 1, 4: 2, 5: 3, 6: 3, 7: 1, 8: 1, 9: 2 };

/** The latest year in which the person can have begun; null when the claim does not tell. */
export function latestIntake({ startedOn, endedOn, level }: Claim): number | null {
  if (startedOn !== null) return Number(startedOn.slice(0, 4));
  return endedOn === null ? null : Number(endedOn.slice(0, 4)) - (LEAST_YEARS[level ?? 0] ?? 1);
}

/** Not covered, with the period named, for an intake that the register surely has no records of; null otherwise. */
export function outsideCoverage(claim: Claim, { from, until }: Coverage): Reading | null {
  const year = latestIntake(claim);
  if (year === null) return null;
  const late = until !== null && claim.startedOn !== null && year > until;
  if ((from === null || year >= from) && !late) return null;
  const claimed = String(year);
  return notCovered(outside(claimed, from, until), [
    { field: 'intake', claimed, found: period(from, until), result: 'absent' },
  ]);
}

function period(from: number | null, until: number | null): string {
  return `${from ?? '…'}–${until ?? '…'}`;
}

function outside(year: string, from: number | null, until: number | null): Reason {
  const id = [
    ...(from === null ? [] : [`sejak angkatan ${from}`]),
    ...(until === null ? [] : [`sampai angkatan ${until}`]),
  ];
  const en = [
    ...(from === null ? [] : [`from the intake of ${from}`]),
    ...(until === null ? [] : [`up to the intake of ${until}`]),
  ];
  return {
    code: 'period_not_covered',
    field: 'intake',
    text: {
      id: `Sumber ini memuat lulusan ${id.join(' ')}; angkatan ${year} di luar itu. Petugas akan memeriksanya berdasarkan bukti Anda.`,
      en: `This source has graduates ${en.join(' ')}; the intake of ${year} is outside. An officer will look at your evidence.`,
    },
  };
}

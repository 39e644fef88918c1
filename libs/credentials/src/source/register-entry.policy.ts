import type { LocalDate, Reason } from '@himpun/kernel';
import type { CheckOutcome } from '../check/check.states';
import type { EntryStatus } from '../register/register-entry.entity';
import { ANSWER_REASONS, outcomeOfFields } from './answer.policy';
import type { CheckRequest, ComparedField } from './check-source';
import { holderFinding } from './holder.policy';
import { professionField } from './profession.policy';

/** A line of a register. */
export interface Entry {
  number: string;
  name: string;
  birthDate: LocalDate | null;
  profession: string | null;
  status: EntryStatus;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
}

/**
 * What a line found by its number says of a claim on `today`. An absent last day means for life: it never reads as expired.
 */
export function entryFinding(
  entry: Entry,
  request: Pick<CheckRequest, 'claim' | 'person'>,
  today: LocalDate,
): { outcome: CheckOutcome; fields: ComparedField[]; reasons: Reason[] } {
  const { claim } = request;
  const holder = holderFinding([entry.name], entry.birthDate, request, entry.number);
  const profession = professionField(claim.profession, entry.profession === null ? [] : [entry.profession]);
  const until = dateField('validUntil', claim.validUntil, entry.validUntil);
  const early = entry.validFrom !== null && entry.validFrom > today;
  const fields: ComparedField[] = [
    { field: 'number', claimed: claim.number, found: entry.number, result: 'match' },
    ...holder.fields,
    ...(profession ? [profession] : []),
    {
      field: 'status',
      claimed: null,
      found: entry.status,
      result: entry.status === 'active' ? 'match' : 'absent',
    },
    ...(until ? [until] : []),
    ...(early
      ? [{ field: 'validFrom', claimed: claim.validFrom, found: entry.validFrom, result: 'review' as const }]
      : []),
  ];
  const fact = factOf(entry, today);
  const outcome = outcomeOfFields(fields, fact);
  const own = outcome === 'mismatch' || fact === null ? [] : [ANSWER_REASONS[fact]];
  return {
    outcome,
    fields,
    reasons: [
      ...own,
      ...holder.reasons,
      ...(profession?.result === 'review' ? [ANSWER_REASONS.profession_differs] : []),
      ...(until?.result === 'review' ? [ANSWER_REASONS.dates_differ] : []),
      ...(early ? [ANSWER_REASONS.not_yet_valid] : []),
      ...(outcome === 'match' ? [ANSWER_REASONS.found] : []),
    ],
  };
}

function factOf(entry: Entry, today: LocalDate): 'expired' | 'revoked' | 'suspended' | null {
  if (entry.status === 'revoked' || entry.status === 'suspended') return entry.status;
  const over = entry.validUntil !== null && entry.validUntil < today;
  return entry.status === 'expired' || over ? 'expired' : null;
}

/** A claimed end that the register does not confirm is for a person; the register's own date decides validity. */
function dateField(field: string, claimed: LocalDate | null, found: LocalDate | null): ComparedField | null {
  if (claimed === null && found === null) return null;
  if (claimed === null || found === null) return { field, claimed, found, result: 'absent' };
  return { field, claimed, found, result: claimed === found ? 'match' : 'review' };
}

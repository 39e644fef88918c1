import type { CredentialChange } from '@himpun/groups';
import type { LocalDate } from '@himpun/kernel';
import type { CheckOutcome, RunState } from '../check/check.states';

/** What a check answered, as far as a change shows in it. */
export interface AnsweredCheck {
  runState: RunState;
  /** The source's own word, before any person's. */
  outcome: CheckOutcome | null;
  fields: readonly { field: string; found: string | null; result: string }[];
}

/**
 * What is new since the last answer. `unanswered`: the source could not say, which means nothing for anybody; `renewed`: it
 * knows a later last day; `restored`: it confirms again what it spoke against.
 */
export type ChangeSeen = CredentialChange | 'same' | 'unanswered' | 'renewed' | 'restored';

const AGAINST: readonly (CheckOutcome | null)[] = [
  'revoked',
  'suspended',
  'expired',
  'mismatch',
  'not_found',
];

/** Compares an answer with the one before it. Only what the source newly says counts: what a person has weighed once stays weighed. */
export function changeSeen(
  before: AnsweredCheck | null,
  after: AnsweredCheck,
  known: LocalDate | null,
): ChangeSeen {
  if (after.runState !== 'ran' || after.outcome === null) return 'unanswered';
  const { outcome } = after;
  const isRepeated = before !== null && before.outcome === outcome;
  const isLonger = isLater(foundUntil(after), known);
  if (outcome === 'match' || isOnlyLonger(after, isLonger)) {
    if (before && AGAINST.includes(before.outcome)) return 'restored';
    return isLonger ? 'renewed' : 'same';
  }
  if (outcome === 'partial') {
    return isRepeated && factsOf(before) === factsOf(after) ? 'same' : 'differs';
  }
  return isRepeated && (outcome !== 'mismatch' || factsOf(before) === factsOf(after)) ? 'same' : outcome;
}

/** The last day as the source has it, `YYYY-MM-DD`; null where it names none. */
export function foundUntil({ fields }: Pick<AnsweredCheck, 'fields'>): LocalDate | null {
  const found = fields.find(({ field }) => field === 'validUntil')?.found ?? null;
  return found !== null && /^\d{4}-\d{2}-\d{2}$/.test(found) ? found : null;
}

/** A later last day reads as a difference to the claim; where nothing else differs it is good news. */
function isOnlyLonger({ outcome, fields }: AnsweredCheck, isLonger: boolean): boolean {
  const differing = fields.filter(({ result }) => result === 'review' || result === 'mismatch');
  return outcome === 'partial' && isLonger && differing.every(({ field }) => field === 'validUntil');
}

function isLater(found: LocalDate | null, known: LocalDate | null): boolean {
  return found !== null && known !== null && found > known;
}

function factsOf({ fields }: AnsweredCheck): string {
  return JSON.stringify(fields.map(({ field, found, result }) => [field, found, result]).sort());
}

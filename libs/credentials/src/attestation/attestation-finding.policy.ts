import type { Reason } from '@himpun/kernel';
import { needsPerson, outcomeOfFields } from '../source/answer.policy';
import type { CheckAnswer, CheckRequest, ComparedField } from '../source/check-source';
import { holderFinding } from '../source/holder.policy';
import type { KeptAnswer } from './attestation-answer.policy';
import { issuerReason } from './attestation-reasons';

/** Facts that say who or which; the rest may be written in more than one way. */
const DECISIVE = new Set(['holderName', 'number']);

type Finding = Pick<CheckAnswer, 'outcome' | 'needsPerson' | 'reasons' | 'fields'>;

/**
 * What an institution's answer means for the check. Only a plain yes settles it: a no, a difference, or a remark on a yes
 * goes to a person, and none of them speaks against anybody by itself.
 */
export function attestationFinding(
  kept: KeptAnswer,
  request: Pick<CheckRequest, 'person' | 'claim'>,
): Finding {
  const { word } = kept;
  if (word.verdict === 'no') {
    const fields = kept.claim.fields.map(({ field, value }) => plain(field, value, null, 'absent'));
    return { outcome: 'not_found', needsPerson: true, reasons: [issuerReason.no], fields };
  }
  const found = new Map(word.differences.map((difference) => [difference.field, difference.found]));
  const stated = kept.claim.fields.map(({ field, value }) => {
    const other = found.get(field);
    if (other === undefined) return plain(field, value, value, 'match');
    return plain(field, value, other, DECISIVE.has(field) ? 'mismatch' : 'review');
  });
  // An institution confirms the name on the document; whether that is the applicant is ours to compare.
  const names = stated.filter(({ field }) => field === 'holderName').map((field) => field.found ?? '');
  const holder = holderFinding(names, null, request);
  const fields = [...stated, ...holder.fields];
  const outcome = outcomeOfFields(fields, null);
  const isRemarked = word.remark !== null || kept.file !== null;
  const reasons: Reason[] = [
    word.verdict === 'differs' ? issuerReason.differs : issuerReason.yes,
    ...holder.reasons,
    ...(isRemarked && word.verdict === 'yes' ? [issuerReason.remark] : []),
  ];
  return {
    outcome,
    needsPerson: word.verdict === 'differs' || isRemarked || needsPerson(outcome),
    reasons,
    fields,
  };
}

function plain(
  field: string,
  claimed: string,
  found: string | null,
  result: ComparedField['result'],
): ComparedField {
  return { field, claimed, found, result };
}

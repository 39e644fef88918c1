import { z } from 'zod';
import type { Bilingual, Reason } from '@himpun/kernel';

const appeal = { appealDays: z.int().min(7).max(365).optional() };

const decisionRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('officer'), ...appeal }),
  z.strictObject({ kind: z.literal('two_persons'), ...appeal }),
  z.strictObject({
    kind: z.literal('panel'),
    size: z.int().min(2).max(15),
    quorum: z.int().min(2).max(15),
    majority: z.enum(['simple', 'two_thirds', 'unanimous']),
    onRecusal: z.enum(['replace', 'vacant']),
    ...appeal,
  }),
]);

/** What is wrong with how a rule wants decisions taken; it comes from outside, so nothing of it is believed. */
export function decisionRuleFaults(rule: unknown): Reason[] {
  const parsed = decisionRule.safeParse(rule);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => fault(['decision', ...issue.path].join('.'), SHAPE));
  }
  const { data } = parsed;
  return data.kind === 'panel' && data.quorum > data.size ? [fault('decision.quorum', QUORUM)] : [];
}

function fault(field: string, text: Bilingual): Reason {
  return { code: 'decision_rule', field, text };
}

const SHAPE = {
  id: 'Cara memutuskan ini belum benar. Kursi dan kuorum 2 sampai 15, banding 7 sampai 365 hari.',
  en: 'This way of deciding is not right. Seats and quorum are 2 to 15, an appeal has 7 to 365 days.',
};
const QUORUM = {
  id: 'Kuorum tidak boleh lebih besar daripada jumlah kursi.',
  en: 'The quorum cannot be larger than the number of seats.',
};

import { forbidden, holdsPower, notFound, type Actor, type Bilingual } from '@himpun/kernel';

/** An application as far as the right to review it goes. */
export interface ReviewedCase {
  /** The applicant. */
  personId: string;
  groupPath: readonly string[];
  /** People who declared a conflict of interest in this case. */
  conflictedIds: readonly string[];
  /** Who took part in the decision that is appealed against; they may look at the appeal and not decide it. */
  decidedIds?: readonly string[];
}

/** To look and ask (`review`), or to decide (`decide`). */
export type ReviewAct = 'review' | 'decide';

const POWERS_FOR: Readonly<Record<ReviewAct, readonly string[]>> = {
  review: ['applications.review', 'applications.decide'],
  decide: ['applications.decide'],
};

/** Why the actor may not: they must not know of it, it is their own, they declared a conflict, or
 * took the decision that is appealed against. Null when they may. */
export type ReviewRefusal = 'hidden' | 'own_case' | 'conflict' | 'decided_before' | null;

/** Nobody reviews or decides their own case, nor one they declared a conflict of interest for, whatever powers they hold. */
export function reviewRefusal(actor: Actor, act: ReviewAct, reviewed: ReviewedCase): ReviewRefusal {
  const isEmpowered = POWERS_FOR[act].some((power) => holdsPower(actor, power, reviewed.groupPath));
  if (!isEmpowered) return 'hidden';
  if (actor.kind === 'bot') return botRefusal(reviewed);
  if (actor.kind !== 'person' || actor.personId === null) return 'hidden';
  if (actor.personId === reviewed.personId) return 'own_case';
  if (reviewed.conflictedIds.includes(actor.personId)) return 'conflict';
  return act === 'decide' && reviewed.decidedIds?.includes(actor.personId) ? 'decided_before' : null;
}

/** A bot stays away from a case as soon as anybody declared a conflict, and from appeals: those are for people. */
function botRefusal({ conflictedIds, decidedIds }: ReviewedCase): ReviewRefusal {
  if (conflictedIds.length > 0) return 'conflict';
  return decidedIds && decidedIds.length > 0 ? 'decided_before' : null;
}

/** @throws application.not_found for what must stay hidden, application.forbidden for an own case or a declared conflict */
export function assertMayReview(actor: Actor, act: ReviewAct, reviewed: ReviewedCase): void {
  const refusal = reviewRefusal(actor, act, reviewed);
  if (refusal === 'hidden') {
    const isSeen = act === 'decide' && reviewRefusal(actor, 'review', reviewed) !== 'hidden';
    throw isSeen ? forbidden('application', REVIEW_ONLY) : notFound('application');
  }
  if (refusal === 'own_case') throw forbidden('application', OWN_CASE);
  if (refusal === 'conflict') throw forbidden('application', CONFLICT);
  if (refusal === 'decided_before') throw forbidden('application', DECIDED_BEFORE);
}

/** The groups (with all below them) whose applications the actor reviews or decides. */
export function reviewedGroups(actor: Actor): string[] {
  const held = actor.powers.filter(({ power }) => POWERS_FOR.review.includes(power));
  return [...new Set(held.map(({ groupId }) => groupId))];
}

const OWN_CASE: Bilingual = {
  id: 'Ini permohonan Anda sendiri. Petugas lain yang harus menilainya.',
  en: 'This is your own application. Another officer must review it.',
};
const CONFLICT: Bilingual = {
  id: 'Anda menyatakan benturan kepentingan pada permohonan ini. Petugas lain yang menanganinya.',
  en: 'You declared a conflict of interest in this application. Another officer handles it.',
};
const DECIDED_BEFORE: Bilingual = {
  id: 'Anda ikut dalam keputusan pertama. Banding diputuskan petugas lain.',
  en: 'You took part in the first decision. Other officers decide the appeal.',
};
const REVIEW_ONLY: Bilingual = {
  id: 'Anda dapat menilai permohonan ini, tetapi keputusannya diambil petugas yang berwenang memutuskan.',
  en: 'You may review this application; it is decided by an officer with the power to decide.',
};

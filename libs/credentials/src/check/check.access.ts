import { holdsPower, type Actor, type Bilingual } from '@himpun/kernel';

/** What of a check decides who may see or touch it. */
export interface CheckScope {
  personId: string;
  groupPath: readonly string[];
}

const READERS = ['licences.check', 'applications.review', 'applications.decide'];

/** The person concerned, and officers who judge applications of the group. */
export function maySeeCheck(actor: Actor, check: CheckScope): boolean {
  return (
    actor.personId === check.personId || READERS.some((power) => holdsPower(actor, power, check.groupPath))
  );
}

/** What a check was made for, and whom that keeps from judging it: people who declared a conflict of interest there. */
export interface CheckOrigin {
  originType: string;
  originId: string;
}

/** Officers who check credentials, in no case of their own. */
export function mayReviewCheck(actor: Actor, check: CheckScope): boolean {
  return (
    actor.personId !== null &&
    actor.personId !== check.personId &&
    holdsPower(actor, 'licences.check', check.groupPath)
  );
}

/** Why an officer who may review checks may not review this one; null when nothing stands against it. */
export function conflictRefusal(actor: Actor, conflictedIds: readonly string[]): Bilingual | null {
  return actor.personId !== null && conflictedIds.includes(actor.personId) ? CONFLICT : null;
}

const CONFLICT: Bilingual = {
  id: 'Anda menyatakan benturan kepentingan pada permohonan ini. Petugas lain yang memeriksanya.',
  en: 'You declared a conflict of interest in this application. Another officer checks it.',
};

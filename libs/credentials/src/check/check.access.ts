import { holdsPower, type Actor } from '@himpun/kernel';

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

/** Officers who check credentials, in no case of their own. */
export function mayReviewCheck(actor: Actor, check: CheckScope): boolean {
  return (
    actor.personId !== null &&
    actor.personId !== check.personId &&
    holdsPower(actor, 'licences.check', check.groupPath)
  );
}

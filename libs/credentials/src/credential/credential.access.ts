import { holdsPower, type Actor } from '@himpun/kernel';

const READERS = ['licences.check', 'applications.review', 'applications.decide'];

/** Only the person concerned changes a credential. */
export function mayAmendCredential(actor: Actor, credential: { personId: string }): boolean {
  return actor.personId !== null && actor.personId === credential.personId;
}

/** The person concerned, and officers of the groups it was presented to. */
export function maySeeCredential(
  actor: Actor,
  credential: { personId: string; groupPaths: readonly (readonly string[])[] },
): boolean {
  return (
    mayAmendCredential(actor, credential) ||
    credential.groupPaths.some((path) => READERS.some((power) => holdsPower(actor, power, path)))
  );
}

import { holdsPower, type Actor } from '@himpun/kernel';

/** Whose officers know the two people: by person, the paths of the groups that they applied to or belong to. */
export interface PairScope {
  personIds: readonly string[];
  /** Of each of the two, in their order. */
  groupPaths: readonly (readonly (readonly string[])[])[];
}

/** Powers whose holders see suspicions among the people of their groups. */
export const SUSPICION_READERS = ['applications.review', 'applications.decide'] as const;

/** Who decides about admission decides about merging. */
export const MERGE_POWER = 'applications.decide';

/**
 * Officers who know at least one of the two, and no one of them whom only other groups know; in no pair of their own.
 * A person whom no group knows yet stands in no one's way.
 */
export function maySeeSuspicion(actor: Actor, { personIds, groupPaths }: PairScope): boolean {
  if (actor.personId === null || personIds.includes(actor.personId)) return false;
  const known = groupPaths.map((paths) => paths.some((path) => readsIn(actor, path)));
  return known.includes(true) && groupPaths.every((paths, at) => paths.length === 0 || known[at]);
}

/** A merge changes what every group of the two knows: it takes the power over all of them. */
export function mayMerge(actor: Actor, scope: PairScope): boolean {
  return (
    maySeeSuspicion(actor, scope) &&
    scope.groupPaths.flat().every((path) => holdsPower(actor, MERGE_POWER, path))
  );
}

function readsIn(actor: Actor, path: readonly string[]): boolean {
  return SUSPICION_READERS.some((power) => holdsPower(actor, power, path));
}

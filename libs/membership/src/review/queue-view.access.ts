import { holdsPower, type Actor } from '@himpun/kernel';

/** Only who made a view changes it. */
export function mayChangeView(actor: Actor, view: { personId: string }): boolean {
  return actor.kind === 'person' && actor.personId === view.personId;
}

/** Views are shared with the officers of a group by one of them. */
export function mayShareWith(actor: Actor, groupPath: readonly string[]): boolean {
  return ['applications.review', 'applications.decide'].some((power) => holdsPower(actor, power, groupPath));
}

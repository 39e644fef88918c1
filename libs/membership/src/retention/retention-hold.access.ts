import { holdsPower, type Actor } from '@himpun/kernel';

/** Powers whose holders see a group's holds. */
export const HOLD_READERS = ['applications.decide', 'applications.review'] as const;

/** What of a hold decides who may touch it. */
export interface HoldScope {
  personId: string;
  groupPath: readonly string[];
}

/** Who decides for the group, in no case of their own; and the portal itself. */
export function mayHold(actor: Actor, { personId, groupPath }: HoldScope): boolean {
  if (actor.kind === 'system') return true;
  return actor.personId !== personId && holdsPower(actor, 'applications.decide', groupPath);
}

/** Officers of the group, but nobody sees a hold on their own documents here. */
export function maySeeHold(actor: Actor, { personId, groupPath }: HoldScope): boolean {
  return actor.personId !== personId && HOLD_READERS.some((power) => holdsPower(actor, power, groupPath));
}

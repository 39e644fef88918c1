import { holdsPower, type Actor } from '@himpun/kernel';

/** Officers who check credentials of the group or one above it. */
export function mayVerifyLists(actor: Actor, groupPath: readonly string[]): boolean {
  return holdsPower(actor, 'licences.check', groupPath);
}

/** Groups that an officer's lists may belong to, with all below them. */
export function listGroups(actor: Actor): string[] {
  return actor.powers.filter(({ power }) => power === 'licences.check').map(({ groupId }) => groupId);
}

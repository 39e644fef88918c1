import type { Actor } from '@himpun/kernel';

/** The groups (with all below them) whose members the actor may see. */
export function directoryGroups(actor: Actor): string[] {
  return [
    ...new Set(actor.powers.filter((held) => held.power === 'members.read').map((held) => held.groupId)),
  ];
}

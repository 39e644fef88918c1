import { holdsPower, type Actor } from '@himpun/kernel';

/** What of a case decides who may see or settle it. */
export interface CaseScope {
  personId: string;
  groupPath: readonly string[];
}

/** Powers whose holders see the cases of their groups. */
export const CASE_READERS = ['licences.check', 'applications.review', 'applications.decide'] as const;

/** Officers of the group, in no case of their own. */
export function maySeeStandingCase(actor: Actor, { personId, groupPath }: CaseScope): boolean {
  return actor.personId !== personId && CASE_READERS.some((power) => holdsPower(actor, power, groupPath));
}

/** Who decides about admission decides about standing. */
export function maySettleStandingCase(actor: Actor, scope: CaseScope): boolean {
  return maySeeStandingCase(actor, scope) && holdsPower(actor, 'applications.decide', scope.groupPath);
}

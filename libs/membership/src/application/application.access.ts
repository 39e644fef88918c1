import type { Actor } from '@himpun/kernel';
import { DETAILS } from '../review/correction.policy';
import type { CorrectionItem } from './application.entity';
import type { ApplicationState } from './application.states';

/** What decides whether a part may be changed. */
export interface Editable {
  state: ApplicationState;
  returned: { items: readonly CorrectionItem[] } | null;
}

/** An application is its applicant's; officers see it through the review, never here. */
export function isApplicant(actor: Actor, application: { personId: string }): boolean {
  return actor.kind === 'person' && actor.personId === application.personId;
}

/** Whether a part (a requirement's id, or `details`) may be changed now: all of a draft, the named items of a returned one. */
export function mayChange(application: Editable, part: string): boolean {
  if (application.state === 'draft') return true;
  if (application.state !== 'returned') return false;
  return application.returned?.items.some(({ requirementId }) => requirementId === part) ?? false;
}

export { DETAILS };

import type { Transitions } from '@himpun/kernel';

/**
 * `draft` and `returned` wait on the applicant, `submitted` on the group; `approved` waits for the code of ethics, after
 * which the person is `admitted`. `rejected`, `withdrawn` and `admitted` are final.
 */
export type ApplicationState =
  'draft' | 'submitted' | 'returned' | 'approved' | 'rejected' | 'withdrawn' | 'admitted';

export type ApplicationAct = 'submit' | 'return' | 'approve' | 'reject' | 'withdraw' | 'admit';

export const APPLICATION_TRANSITIONS: Transitions<ApplicationState, ApplicationAct> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  approved: { admit: 'admitted' },
  rejected: {},
  withdrawn: {},
  admitted: {},
};

import type { Transitions } from '@himpun/kernel';

/**
 * `draft` and `returned` wait on the applicant, `submitted` on the group; `approved` waits for the code of ethics, after
 * which the person is `admitted`. What was returned and not answered in time may lapse: rejected, with the same ways on. `withdrawn` and `admitted` are final, and `rejected` but for the one appeal, which others decide.
 */
export type ApplicationState =
  'draft' | 'submitted' | 'returned' | 'approved' | 'rejected' | 'withdrawn' | 'admitted';

export type ApplicationAct =
  'submit' | 'return' | 'approve' | 'reject' | 'withdraw' | 'admit' | 'appeal' | 'lapse';

export const APPLICATION_TRANSITIONS: Transitions<ApplicationState, ApplicationAct> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn', lapse: 'rejected' },
  approved: { admit: 'admitted' },
  rejected: { appeal: 'submitted' },
  withdrawn: {},
  admitted: {},
};

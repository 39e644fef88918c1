import type { Transitions } from '@himpun/kernel';

/**
 * `asked`: the mail is not out yet; `sent`: its link works until it expires; the others are ends and never change.
 * `lapsed`: nobody answered in time; `undelivered`: the mail server will never take it.
 */
export type AttestationState = 'asked' | 'sent' | 'answered' | 'withdrawn' | 'lapsed' | 'undelivered';

export type AttestationAct = 'send' | 'answer' | 'withdraw' | 'lapse' | 'bounce';

export const ATTESTATION_TRANSITIONS: Transitions<AttestationState, AttestationAct> = {
  asked: { send: 'sent', withdraw: 'withdrawn', lapse: 'lapsed', bounce: 'undelivered' },
  sent: { send: 'sent', answer: 'answered', withdraw: 'withdrawn', lapse: 'lapsed', bounce: 'undelivered' },
  answered: {},
  withdrawn: {},
  lapsed: {},
  undelivered: {},
};

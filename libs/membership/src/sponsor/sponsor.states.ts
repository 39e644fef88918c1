import type { Transitions } from '@himpun/kernel';

/** `asked` waits for the member; everything else is final, and a new question is a new row. */
export type SponsorshipState = 'asked' | 'confirmed' | 'declined' | 'expired' | 'withdrawn';

export type SponsorshipAct = 'confirm' | 'decline' | 'expire' | 'withdraw';

export const SPONSORSHIP_TRANSITIONS: Transitions<SponsorshipState, SponsorshipAct> = {
  asked: { confirm: 'confirmed', decline: 'declined', expire: 'expired', withdraw: 'withdrawn' },
  confirmed: {},
  declined: {},
  expired: {},
  withdrawn: {},
};

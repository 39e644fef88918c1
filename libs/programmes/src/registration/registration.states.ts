import type { Transitions } from '@himpun/kernel';

export type RegistrationState = 'confirmed' | 'waitlisted' | 'cancelled';
export type RegistrationAct = 'passPlaceOn' | 'cancel';

/** Who cancels and comes again gets a new registration at the end of the line; nothing leads back from `cancelled`. */
export const REGISTRATION_TRANSITIONS: Transitions<RegistrationState, RegistrationAct> = {
  waitlisted: { passPlaceOn: 'confirmed', cancel: 'cancelled' },
  confirmed: { cancel: 'cancelled' },
  cancelled: {},
};

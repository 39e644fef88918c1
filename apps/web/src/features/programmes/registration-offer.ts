/** What the one button of an activity says: its text is the state. */
export type RegistrationOffer =
  | 'register'
  | 'join_waitlist'
  | 'registered'
  | 'waitlisted'
  | 'not_open_yet'
  | 'closed'
  | 'over'
  | 'cancelled'
  | 'draft';

interface OfferFacts {
  state: 'draft' | 'published' | 'cancelled';
  opensAt: string;
  closesAt: string;
  endsAt: string;
  capacity: number;
  taken: number;
  myState: 'confirmed' | 'waitlisted' | null;
}

/** The state of the button; only `register` and `join_waitlist` can be pressed. The API decides in the end. */
export function registrationOffer(activity: OfferFacts, now: Date): RegistrationOffer {
  if (activity.state === 'cancelled') return 'cancelled';
  if (activity.state === 'draft') return 'draft';
  if (activity.myState === 'confirmed') return 'registered';
  if (now >= new Date(activity.endsAt)) return 'over';
  if (activity.myState === 'waitlisted') return 'waitlisted';
  if (now < new Date(activity.opensAt)) return 'not_open_yet';
  if (now >= new Date(activity.closesAt)) return 'closed';
  return activity.taken < activity.capacity ? 'register' : 'join_waitlist';
}

/** Places that are free. */
export function placesLeft({ capacity, taken }: Pick<OfferFacts, 'capacity' | 'taken'>): number {
  return Math.max(0, capacity - taken);
}

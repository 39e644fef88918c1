import type { OwnRegistration, RegistrationLine } from '@himpun/programmes';

/** A place, or a turn on the waitlist. */
export class RegistrationView {
  id: string;
  activityId: string;
  state: 'confirmed' | 'waitlisted';
  /** The how many-th arrival at this activity. */
  arrival: number;
  /** Shown at the door, also as QR. */
  code: string;
  /** ISO 8601. */
  registeredAt: string;
  /** From 1; null for a confirmed place. */
  waitlistPosition: number | null;

  static of(line: RegistrationLine): RegistrationView {
    const { id, activityId, state, arrival, code, registeredAt, waitlistPosition } = line;
    const view = { id, activityId, state, arrival, code, waitlistPosition };
    return Object.assign(new RegistrationView(), { ...view, registeredAt: registeredAt.toISOString() });
  }
}

/** One of my registrations, with what its activity is. */
export class OwnRegistrationView {
  id: string;
  activityId: string;
  state: 'confirmed' | 'waitlisted' | 'cancelled';
  arrival: number;
  code: string;
  registeredAt: string;
  waitlistPosition: number | null;
  titleId: string;
  titleEn: string;
  activityState: 'draft' | 'published' | 'cancelled';
  startsAt: string;
  endsAt: string;
  zone: string;
  place: string | null;
  /** Where it is held online; null on the waitlist. */
  link: string | null;
  sessions: number;
  attendedSessions: number;
  /** Code of the certificate of attendance, once there is one. */
  certificateCode: string | null;

  static of(row: OwnRegistration): OwnRegistrationView {
    return Object.assign(new OwnRegistrationView(), {
      ...row,
      registeredAt: row.registeredAt.toISOString(),
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
    });
  }
}

import type { CheckInAnswer, RosterLine } from '@himpun/programmes';

/** A recorded check-in. */
export class RecordedCheckInView {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Who recorded it. */
  by: string | null;
}

/** What the door says. Only `in` let somebody in just now. */
export class CheckInView {
  verdict: 'in' | 'already_in' | 'waitlisted' | 'cancelled' | 'other_activity' | 'unknown';
  /** Null for codes that are not of this activity. */
  name: string | null;
  sessionId: string;
  checkIn: RecordedCheckInView | null;
  /** Whether enough sessions are attended now: credits and certificate follow. */
  isComplete: boolean;
  /** How many are in. */
  inside: number;
  /** Of how many with a place. */
  expected: number;

  static of(answer: CheckInAnswer): CheckInView {
    const { checkIn, ...rest } = answer;
    return Object.assign(new CheckInView(), {
      ...rest,
      checkIn: checkIn && { ...checkIn, at: checkIn.at.toISOString() },
    });
  }
}

/** One session attended. */
export class RosterAttendanceView {
  id: string;
  sessionId: string;
  at: string;
}

/** One line of the list at the door. */
export class RosterLineView {
  registrationId: string;
  personId: string;
  fullName: string;
  state: 'confirmed' | 'waitlisted' | 'cancelled';
  arrival: number;
  waitlistPosition: number | null;
  attendances: RosterAttendanceView[];

  static of(line: RosterLine): RosterLineView {
    const attendances = line.attendances.map((each) => ({ ...each, at: new Date(each.at).toISOString() }));
    return Object.assign(new RosterLineView(), { ...line, attendances });
  }
}

/** The code to show in the room. */
export class RoomCodeView {
  code: string;
  /** When the next one comes, ISO 8601. */
  changesAt: string;
}

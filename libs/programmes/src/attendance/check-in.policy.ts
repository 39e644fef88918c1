import { localDateOf, type Bilingual, type Reason } from '@himpun/kernel';

/** What the door answers to a code. Only `in` changes anything. */
export type CheckInVerdict = 'in' | 'already_in' | 'waitlisted' | 'cancelled' | 'other_activity' | 'unknown';

/** What the verdict depends on. */
export interface DoorFacts {
  activityId: string;
  /** The registration that the code belongs to; null when it belongs to none. */
  registration: { activityId: string; state: 'confirmed' | 'waitlisted' | 'cancelled' } | null;
  /** Whether this registration is checked in to this session already. */
  isIn: boolean;
}

/** A session at the door. */
export interface DoorSession {
  id: string;
  startsAt: Date;
  endsAt: Date;
}

/** The door's verdict on one code for one session. */
export function checkInVerdict({ activityId, registration, isIn }: DoorFacts): CheckInVerdict {
  if (!registration) return 'unknown';
  if (registration.activityId !== activityId) return 'other_activity';
  if (isIn) return 'already_in';
  return registration.state === 'confirmed' ? 'in' : registration.state;
}

/** Why the door of a session is closed to staff: it opens with the session's day, and stays open for late records. */
export function doorFaults(session: DoorSession, zone: string, now: Date): Reason[] {
  if (localDateOf(now, zone) >= localDateOf(session.startsAt, zone)) return [];
  return [reason('session_not_today', DOOR.session_not_today)];
}

/** Why participants cannot check themselves in: only from an hour before the session until its end. */
export function roomFaults(session: DoorSession, now: Date): Reason[] {
  const HOUR = 3_600_000;
  if (now.getTime() < session.startsAt.getTime() - HOUR) {
    return [reason('session_not_on', DOOR.session_not_on)];
  }
  return now >= session.endsAt ? [reason('session_over', DOOR.session_over)] : [];
}

/** The session that the door is at by itself: the one that is on or comes next today, else the last that began. */
export function sessionAtDoor<Session extends DoorSession>(
  sessions: readonly Session[],
  now: Date,
): Session | null {
  return sessions.find((session) => now < session.endsAt) ?? sessions.at(-1) ?? null;
}

/** Whether enough sessions were attended; `requiredShare` in percent of all sessions. */
export function isComplete(attended: number, sessions: number, requiredShare: number): boolean {
  return sessions > 0 && attended * 100 >= requiredShare * sessions;
}

const DOOR = {
  session_not_today: {
    id: 'Sesi ini belum berlangsung hari ini. Kehadiran dicatat mulai hari sesi.',
    en: 'This session is not today yet. Attendance is recorded from the day of the session on.',
  },
  session_not_on: {
    id: 'Sesi belum dimulai. Kode ruangan berlaku mulai satu jam sebelumnya.',
    en: 'The session has not begun. The room’s code works from an hour before.',
  },
  session_over: {
    id: 'Sesi sudah berakhir. Minta petugas mencatat kehadiran Anda.',
    en: 'The session is over. Ask the staff to record your attendance.',
  },
} as const satisfies Record<string, Bilingual>;

function reason(code: string, text: Bilingual): Reason {
  return { code, text };
}

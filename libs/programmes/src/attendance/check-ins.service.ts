import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import {
  Clock,
  DomainError,
  forbidden,
  newId,
  notFound,
  readPublicCode,
  Settings,
  type Actor,
  type Reason,
} from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { mayRecordAttendance, maySeeActivity } from '../activity/activity.access';
import { AttendanceCompletion } from './attendance-completion';
import { Attendance, type CheckInWay } from './attendance.entity';
import {
  checkInVerdict,
  doorFaults,
  roomFaults,
  sessionAtDoor,
  type CheckInVerdict,
  type DoorSession,
} from './check-in.policy';
import {
  DoorQueries,
  lockRegistration,
  recordedCheckIn,
  type DoorActivity,
  type LockedRegistration,
  type RecordedCheckIn,
} from './door.queries';
import { isRoomCode } from './room-code';

/** Whom the door lets in: by the code they show, or chosen from the list by name. */
export type Comer = { code: string } | { registrationId: string };

/** What the door says. */
export interface CheckInAnswer {
  verdict: CheckInVerdict;
  /** Null for codes that are not of this activity. */
  name: string | null;
  sessionId: string;
  /** The check-in that let the person in, now or before. */
  checkIn: RecordedCheckIn | null;
  /** Whether enough sessions are attended now. */
  isComplete: boolean;
  inside: number;
  expected: number;
}

/** The door: who came. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: DoorQueries,
    private readonly completion: AttendanceCompletion,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Lets a person in to a session; without one named, to the session that is on or comes next. The same code again
   * answers `already_in` and changes nothing, from whichever device it comes.
   * @throws activity.not_found, check_in.forbidden, check_in.closed with the reasons
   */
  async checkIn(
    actor: Actor,
    activityId: string,
    comer: Comer,
    sessionId: string | null,
  ): Promise<CheckInAnswer> {
    const activity = await this.atDoor(actor, activityId);
    const session = chosenSession(activity, sessionId, this.clock.now());
    refuse(doorFaults(session, activity.zone, this.clock.now()));
    const way = 'code' in comer ? 'code' : 'name';
    return this.letIn(actor, activity, session, way, (tx) => {
      if ('registrationId' in comer) return lockRegistration(tx, { id: comer.registrationId });
      const code = readPublicCode(comer.code);
      return code ? lockRegistration(tx, { code }) : Promise.resolve(null);
    });
  }

  /**
   * Checks the participant in by the code shown in the room.
   * @throws registration.not_found, check_in.mismatch for a wrong or old code, check_in.closed
   */
  async checkInSelf(actor: Actor, registrationId: string, typed: string): Promise<CheckInAnswer> {
    const found = await this.queries.activityOf(registrationId);
    if (!found || found.personId !== actor.personId) throw notFound('registration');
    const activity = await this.queries.activity(found.activityId);
    const now = this.clock.now();
    const session = chosenSession(activity, null, now);
    refuse([...closedFaults(activity), ...roomFaults(session, now)]);
    if (!isRoomCode(this.settings.secret, session.id, typed, now)) throw wrongRoomCode();
    return this.letIn(actor, activity, session, 'room', (tx) => lockRegistration(tx, { id: registrationId }));
  }

  /**
   * Takes a check-in back, with the credits and the certificate that came of it.
   * @throws check_in.not_found, check_in.forbidden
   */
  async undo(actor: Actor, activityId: string, attendanceId: string): Promise<void> {
    const activity = await this.atDoor(actor, activityId);
    const found = await this.queries.checkIn(attendanceId);
    if (!found || found.activityId !== activityId) throw notFound('check_in');
    await this.transactions.run(async (tx) => {
      const registration = await lockRegistration(tx, { id: found.registrationId });
      const { affected } = await tx.delete(Attendance, { id: attendanceId });
      if (!registration || !affected) return;
      const reason = 'check-in undone';
      const change = { attendanceId, sessionStartsAt: found.startsAt, reason };
      await this.completion.settle(tx, activity, registration, change);
      await this.remember(tx, actor, 'attendance.withdrawn', activity, registration.id);
    });
  }

  private async atDoor(actor: Actor, activityId: string): Promise<DoorActivity> {
    const activity = await this.queries.activity(activityId);
    if (!maySeeActivity(actor, activity)) throw notFound('activity');
    if (!mayRecordAttendance(actor, activity)) throw forbidden('check_in');
    refuse(closedFaults(activity));
    return activity;
  }

  private async letIn(
    actor: Actor,
    activity: DoorActivity,
    session: DoorSession,
    way: CheckInWay,
    find: (tx: EntityManager) => Promise<LockedRegistration | null>,
  ): Promise<CheckInAnswer> {
    const decided = await this.transactions.run(async (tx) => {
      const registration = await find(tx);
      const before = registration && (await recordedCheckIn(tx, registration.id, session.id));
      const verdict = checkInVerdict({ activityId: activity.id, registration, isIn: before !== null });
      const name = verdict === 'unknown' || verdict === 'other_activity' ? null : registration?.fullName;
      if (verdict !== 'in' || !registration) {
        return { verdict, name: name ?? null, checkIn: name ? before : null, isComplete: false };
      }
      const at = this.clock.now();
      const attendance = {
        id: newId(),
        createdAt: at,
        registrationId: registration.id,
        sessionId: session.id,
        way,
        recordedBy: actor.personId,
      };
      await tx.insert(Attendance, attendance);
      const change = { attendanceId: attendance.id, sessionStartsAt: session.startsAt, reason: null };
      const isComplete = await this.completion.settle(tx, activity, registration, change);
      await this.remember(tx, actor, 'attendance.recorded', activity, registration.id);
      const checkIn = { id: attendance.id, at, by: actor.label };
      return { verdict, name: registration.fullName, checkIn, isComplete };
    });
    const counts = await this.queries.counts(activity.id, session.id);
    return { ...decided, ...counts, sessionId: session.id };
  }

  private remember(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id: activityId, groupId }: DoorActivity,
    subjectId: string,
  ): Promise<void> {
    const details = { activityId };
    return this.audit.record(tx, actor, { action, subjectType: 'registration', subjectId, groupId, details });
  }
}

/** The session asked for, or the one the door is at by itself. */
function chosenSession(activity: DoorActivity, sessionId: string | null, now: Date): DoorSession {
  const session = sessionId
    ? activity.sessions.find((each) => each.id === sessionId)
    : sessionAtDoor(activity.sessions, now);
  if (!session) throw notFound('session');
  return session;
}

function closedFaults(activity: DoorActivity): Reason[] {
  if (activity.state === 'published') return [];
  const id = 'Kehadiran hanya dicatat untuk kegiatan yang diterbitkan dan tidak dibatalkan.';
  const en = 'Attendance is recorded only for activities that are published and not cancelled.';
  return [{ code: 'activity_not_published', text: { id, en } }];
}

function refuse(faults: readonly Reason[]): void {
  const [first] = faults;
  if (first) throw new DomainError('check_in.closed', first.text, faults);
}

function wrongRoomCode(): DomainError {
  return new DomainError('check_in.mismatch', {
    id: 'Kode ruangan ini tidak cocok atau sudah berganti. Ketik kode yang sekarang tampil di layar ruangan.',
    en: 'This room code does not match or has changed. Type the code that the room’s screen shows now.',
  });
}

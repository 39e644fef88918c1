import { Injectable } from '@nestjs/common';
import { Certificates } from '@himpun/certificates';
import { Clock, localDateOf } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { CreditLedger } from '../credit/credit-ledger';
import { Registration } from '../registration/registration.entity';
import { attendanceCertificate, type AttendedActivity } from './attendance-certificate';
import { isComplete } from './check-in.policy';
import type { DoorActivity, LockedRegistration } from './door.queries';

/** The check-in that changed what a person attended. */
export interface ChangedAttendance {
  attendanceId: string;
  sessionStartsAt: Date;
  /** Why, for the ledger, when something is taken back. */
  reason: string | null;
}

/** Turns attendance into credits and a certificate, or takes them back; joins the transaction at the door. */
@Injectable()
export class AttendanceCompletion {
  constructor(
    private readonly ledger: CreditLedger,
    private readonly certificates: Certificates,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Compares what was attended with what is asked; whether it is complete now. */
  async settle(
    tx: EntityManager,
    activity: DoorActivity,
    registration: LockedRegistration,
    change: ChangedAttendance,
  ): Promise<boolean> {
    const { id: registrationId, personId } = registration;
    const attended = await this.attended(tx, registrationId);
    const complete = isComplete(attended, activity.sessions.length, activity.requiredShare);
    const earnedOn = localDateOf(change.sessionStartsAt, activity.zone);
    const subject = { registrationId, personId, activityId: activity.id };
    await this.ledger.settle(tx, subject, complete, earnedOn, change.reason);
    if (complete && !registration.certificateId) await this.certify(tx, activity, registration, change);
    if (!complete && registration.certificateId) {
      await this.withdraw(tx, registration, registration.certificateId);
    }
    return complete;
  }

  private async certify(
    tx: EntityManager,
    activity: DoorActivity,
    registration: LockedRegistration,
    change: ChangedAttendance,
  ): Promise<void> {
    const person = { id: registration.personId, printedName: registration.printedName };
    const attended = await this.describe(tx, activity);
    const certificate = attendanceCertificate(attended, person, change.attendanceId, this.clock.now());
    const { id: certificateId } = await this.certificates.issue(tx, certificate);
    await tx.update(Registration, { id: registration.id }, { certificateId });
    const payload = { registrationId: registration.id, certificateId };
    await this.outbox.announce(tx, 'programmes.attendance_completed', payload);
  }

  private async withdraw(
    tx: EntityManager,
    registration: LockedRegistration,
    certificateId: string,
  ): Promise<void> {
    await tx.update(Registration, { id: registration.id }, { certificateId: null });
    const payload = { registrationId: registration.id, certificateId };
    await this.outbox.announce(tx, 'programmes.attendance_withdrawn', payload);
  }

  private async attended(tx: EntityManager, registrationId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM attendances WHERE registration_id = $1',
      [registrationId],
    );
    return row?.count ?? 0;
  }

  private async describe(tx: EntityManager, activity: DoorActivity): Promise<AttendedActivity> {
    const credits = await tx.query<{ nameId: string; nameEn: string; hours: number }[]>(
      `SELECT d.name_id AS "nameId", d.name_en AS "nameEn", c.hours::float8 AS hours
       FROM activity_credits c JOIN credit_domains d ON d.code = c.domain WHERE c.activity_id = $1 ORDER BY d.position`,
      [activity.id],
    );
    const [first] = activity.sessions;
    const last = activity.sessions.at(-1);
    const at = this.clock.now();
    return { ...activity, credits, startsAt: first?.startsAt ?? at, endsAt: last?.endsAt ?? at };
  }
}

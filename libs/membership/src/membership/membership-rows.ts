import { Injectable } from '@nestjs/common';
import { Clock, DEFAULT_ZONE, localDateOf, newId, newPublicCode } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { countingYear, memberNumber } from './member-number.policy';
import { MembershipPeriod } from './membership-period.entity';
import { Membership } from './membership.entity';
import type { MembershipStatus } from './standing.policy';

/** A membership to be written. */
export interface NewMembership {
  personId: string;
  groupId: string;
  gradeId: string;
  applicationId?: string | null;
  /** The first instant of membership. */
  startsAt: Date;
  /** IANA zone in which the year of the number is read; the default zone when absent. */
  zone?: string;
}

/** The rows of a membership: itself, its number, its first or next period. */
@Injectable()
export class MembershipRows {
  constructor(private readonly clock: Clock) {}

  /** One membership per person and group: a former member keeps their number and card. The caller holds the person's lock. */
  async open(
    tx: EntityManager,
    member: NewMembership,
  ): Promise<{ id: string; number: string; isNew: boolean }> {
    const earlier = await tx.findOne(Membership, {
      where: { personId: member.personId, groupId: member.groupId },
      lock: { mode: 'pessimistic_write' },
    });
    if (earlier) {
      await this.resume(tx, earlier, member);
      return { id: earlier.id, number: earlier.number, isNew: false };
    }
    const id = newId();
    const number = await this.nextNumber(tx, member);
    await tx.insert(Membership, {
      id,
      createdAt: this.clock.now(),
      personId: member.personId,
      groupId: member.groupId,
      gradeId: member.gradeId,
      applicationId: member.applicationId ?? null,
      number,
      cardCode: newPublicCode(),
    });
    await this.addPeriod(tx, id, member.startsAt);
    return { id, number, isNew: true };
  }

  /** One statement counts up, so two at once never get the same; a rolled-back admission gives its number back unused. */
  private async nextNumber(tx: EntityManager, member: NewMembership): Promise<string> {
    const [grade]: { pattern: string }[] = await tx.query(
      'SELECT number_pattern AS pattern FROM grades WHERE id = $1',
      [member.gradeId],
    );
    const pattern = grade?.pattern ?? '{seq}';
    const today = localDateOf(member.startsAt, member.zone ?? DEFAULT_ZONE);
    const [counter]: { last: number }[] = await tx.query(
      `INSERT INTO member_number_counters (group_id, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (group_id, year) DO UPDATE SET last = member_number_counters.last + 1 RETURNING last`,
      [member.groupId, countingYear(pattern, today)],
    );
    return memberNumber(pattern, today, (counter as { last: number }).last);
  }

  private async resume(tx: EntityManager, earlier: Membership, member: NewMembership): Promise<void> {
    await tx.update(
      Membership,
      { id: earlier.id },
      {
        gradeId: member.gradeId,
        applicationId: member.applicationId ?? earlier.applicationId,
        version: earlier.version + 1,
      },
    );
    const [, closed]: [unknown, number] = await tx.query(
      `UPDATE membership_periods SET ends_at = greatest(starts_at, $2)
       WHERE membership_id = $1 AND (ends_at IS NULL OR ends_at > $2) AND status <> 'active'`,
      [earlier.id, member.startsAt],
    );
    const running: unknown[] = await tx.query(
      'SELECT 1 FROM membership_periods WHERE membership_id = $1 AND (ends_at IS NULL OR ends_at > $2)',
      [earlier.id, member.startsAt],
    );
    if (closed > 0 || running.length === 0) await this.addPeriod(tx, earlier.id, member.startsAt);
  }

  /** Ends what runs now and begins another status. The caller holds the membership's lock. */
  async turn(
    tx: EntityManager,
    membershipId: string,
    status: MembershipStatus,
    reason: string,
  ): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `UPDATE membership_periods SET ends_at = greatest(starts_at, $2)
       WHERE membership_id = $1 AND (ends_at IS NULL OR ends_at > $2)`,
      [membershipId, now],
    );
    await this.addPeriod(tx, membershipId, now, status, reason);
  }

  private async addPeriod(
    tx: EntityManager,
    membershipId: string,
    startsAt: Date,
    status: MembershipStatus = 'active',
    reason = '',
  ): Promise<void> {
    await tx.insert(MembershipPeriod, {
      id: newId(),
      createdAt: this.clock.now(),
      membershipId,
      status,
      startsAt,
      endsAt: null,
      reason,
    });
  }
}

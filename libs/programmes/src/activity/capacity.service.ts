import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { Clock, DomainError, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { lockedActivity } from './locked-activity';

/** How many places an activity has. */
@Injectable()
export class Capacity {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets the number of places. New places go to those who wait, in order, each with its news.
   * @returns how many were promoted.
   * @throws activity.not_found, activity.forbidden, activity_places.taken when more are confirmed than the new number
   */
  async change(actor: Actor, activityId: string, capacity: number): Promise<number> {
    return this.transactions.run(async (tx) => {
      const { groupId } = await lockedActivity(tx, this.groups, actor, activityId);
      const [places] = await tx.query<{ capacity: number; taken: number }[]>(
        'SELECT capacity, taken FROM activity_places WHERE activity_id = $1 FOR NO KEY UPDATE',
        [activityId],
      );
      if (!places || places.taken > capacity) throw tooFew(places?.taken ?? 0);
      const promoted = await this.passOn(tx, activityId, capacity - places.taken);
      await tx.query(
        `UPDATE activity_places SET capacity = $2, taken = taken + $3, waiting = waiting - $3 WHERE activity_id = $1`,
        [activityId, capacity, promoted.length],
      );
      await this.outbox.announceAll(
        tx,
        promoted.map((registrationId) => ({
          type: 'programmes.place_passed_on',
          payload: { registrationId },
        })),
      );
      await this.audit.record(tx, actor, {
        action: 'activity.capacity_changed',
        subjectType: 'activity',
        subjectId: activityId,
        groupId,
        details: { from: places.capacity, to: capacity, promoted },
      });
      return promoted.length;
    });
  }

  private async passOn(tx: EntityManager, activityId: string, places: number): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string; arrival: number }[], number]>(
      `UPDATE registrations SET state = 'confirmed', passed_on_at = $3 WHERE id IN (
         SELECT id FROM registrations WHERE activity_id = $1 AND state = 'waitlisted' ORDER BY arrival LIMIT $2)
       RETURNING id, arrival`,
      [activityId, places, this.clock.now()],
    );
    return rows.sort((one, other) => one.arrival - other.arrival).map((row) => row.id);
  }
}

function tooFew(taken: number): DomainError {
  return new DomainError('activity_places.taken', {
    id: `Sudah ada ${taken} peserta yang mendapat tempat; kapasitas tidak boleh kurang dari itu.`,
    en: `${taken} people hold a place already; the capacity cannot be lower than that.`,
  });
}

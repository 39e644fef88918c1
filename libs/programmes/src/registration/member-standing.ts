import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock } from '@himpun/kernel';

/** Tells whether a person belongs. Asked only where an activity is for members. */
@Injectable()
export class MemberStanding {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Whether the person is a member in good standing now in one of the groups. */
  async holds(personId: string, groupIds: readonly string[]): Promise<boolean> {
    const row = await this.sql.row(
      `SELECT 1 AS good FROM memberships m JOIN membership_periods d ON d.membership_id = m.id
       WHERE m.person_id = $1 AND m.group_id = ANY($2::uuid[]) AND d.status IN ('active', 'grace')
         AND d.starts_at <= $3 AND (d.ends_at IS NULL OR d.ends_at > $3) LIMIT 1`,
      [personId, [...groupIds], this.clock.now()],
    );
    return row !== null;
  }
}

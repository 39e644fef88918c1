import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { AccessGrant } from './access-grant.entity';
import type { Power } from './powers';

/** Powers to be given from one origin. */
export interface NewGrants {
  /** Null for a bot. */
  personId: string | null;
  botId?: string;
  powers: readonly Power[];
  groupId: string;
  validFrom: Date;
  validUntil: Date | null;
  originType: string;
  originId: string;
}

/** Writes dated powers down. Nothing has to run when a date passes: every request asks which grants hold now. */
@Injectable()
export class AccessGrants {
  constructor(private readonly clock: Clock) {}

  /** Grants the powers; joins the caller's transaction. */
  async grant(tx: EntityManager, grants: NewGrants): Promise<void> {
    const { powers, ...rest } = grants;
    await tx.insert(
      AccessGrant,
      powers.map((power) => ({ ...rest, power, id: newId(), createdAt: this.clock.now() })),
    );
  }

  /** Ends everything an origin gave, at `at`; a grant that had not begun yet never holds. */
  async end(tx: EntityManager, originType: string, originId: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE access_grants SET valid_until = greatest(valid_from, $3)
       WHERE origin_type = $1 AND origin_id = $2 AND (valid_until IS NULL OR valid_until > $3)`,
      [originType, originId, at],
    );
  }
}

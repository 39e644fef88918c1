import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { EntityManager } from 'typeorm';

/** What something was made for: `application` and its id. */
interface Origin {
  originType: string;
  originId: string;
}

const CONFLICTED =
  'SELECT present_person(person_id) AS "personId" FROM review_conflicts WHERE application_id = $1';

/** Who declared a conflict of interest where; for the rooms whose acts belong to a case, such as checks. */
@Injectable()
export class ReviewConflicts {
  constructor(private readonly sql: Sql) {}

  /** Ids of people who declared one; none for anything but an application. */
  async of(origin: Origin): Promise<string[]> {
    if (origin.originType !== 'application') return [];
    return ids(await this.sql.rows<{ personId: string }>(CONFLICTED, [origin.originId]));
  }

  /** The same inside the caller's transaction. */
  readonly inTransaction = async (tx: EntityManager, origin: Origin): Promise<string[]> =>
    origin.originType === 'application' ? ids(await tx.query(CONFLICTED, [origin.originId])) : [];
}

function ids(rows: readonly { personId: string }[]): string[] {
  return rows.map(({ personId }) => personId);
}

import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { systemActor } from '@himpun/kernel';
import { NationalIdRecords } from '@himpun/people';
import { NationalIds } from './national-ids';

type CheckOrigin = { source: string; groupId: string; type: string; id: string };

/** National ids for checks: each reading names the source that is asked and the case the check belongs to. */
@Injectable()
export class RecordedNationalIds extends NationalIds {
  constructor(
    private readonly sql: Sql,
    private readonly records: NationalIdRecords,
  ) {
    super();
  }

  async of(personId: string, checkId: string): Promise<string | null> {
    const check = await this.sql.row<CheckOrigin & Record<string, unknown>>(
      `SELECT source, group_id AS "groupId", origin_type AS type, origin_id AS id FROM checks
       WHERE id = $1 AND person_id = $2`,
      [checkId, personId],
    );
    // Without a check there is no reason to read.
    if (!check) return null;
    const { source, groupId, type, id } = check;
    return this.records.readFor(systemActor(`checks-${source}`), personId, 'nik', {
      reason: 'source_check',
      groupId,
      origin: { type, id },
    });
  }
}

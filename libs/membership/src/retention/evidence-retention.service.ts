import { Injectable } from '@nestjs/common';
import { Sql, Transactions } from '@himpun/database';
import { FileErasure } from '@himpun/files';
import { Clock, systemActor } from '@himpun/kernel';
import { NationalIdRecords } from '@himpun/people';
import type { EntityManager } from 'typeorm';
import { evidenceUses, type UsesByGroup } from './evidence-uses';
import { retentionVerdict } from './retention.policy';

const BATCH = 200;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const BY_RULE = 'retention';
const SWEEPER = systemActor('evidence.retention');

/** Deletes evidence, disclosures and national ids when the rules of the groups that received them say so. */
@Injectable()
export class EvidenceRetention {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly erasure: FileErasure,
    private readonly nationalIds: NationalIdRecords,
    private readonly clock: Clock,
  ) {}

  /** Runs once over everybody, one transaction per person; killed in between it loses nothing and is simply run again. */
  async run(): Promise<{ files: number; nationalIds: number }> {
    const done = { files: 0, nationalIds: 0 };
    for (let after = NOBODY; ;) {
      const people = await this.sql.rows<{ id: string }>(
        `SELECT person AS id FROM (
           SELECT owner_person_id AS person FROM files f WHERE deleted_at IS NULL AND sealed_key IS NOT NULL
             AND owner_person_id > $1 AND EXISTS (SELECT 1 FROM file_sights s WHERE s.file_id = f.id)
           UNION SELECT person_id FROM national_ids WHERE erased_at IS NULL AND person_id > $1
           UNION SELECT person_id FROM disclosures WHERE erased_at IS NULL AND submitted_at IS NOT NULL AND person_id > $1) AS kept
         ORDER BY person LIMIT ${BATCH}`,
        [after],
      );
      for (const { id } of people) {
        const erased = await this.transactions.run((tx) => this.settle(tx, id));
        // Without their keys nobody can read them any more; what a power cut leaves here, the sweep of files removes.
        await this.erasure.forget(erased.storageKeys);
        done.files += erased.storageKeys.length;
        done.nationalIds += erased.nationalIds;
      }
      const last = people.at(-1);
      if (!last) return done;
      after = last.id;
    }
  }

  private async settle(
    tx: EntityManager,
    personId: string,
  ): Promise<{ storageKeys: string[]; nationalIds: number }> {
    // Files that are being submitted at this moment wait for us, or we for them.
    const files: { id: string; groups: string[] }[] = await tx.query(
      `SELECT f.id, ARRAY(SELECT s.group_id FROM file_sights s WHERE s.file_id = f.id) AS groups FROM files f
       WHERE f.owner_person_id = $1 AND f.deleted_at IS NULL AND f.sealed_key IS NOT NULL ORDER BY f.id FOR UPDATE`,
      [personId],
    );
    const uses = await evidenceUses(tx, personId);
    const due = files
      .filter(({ groups }) => groups.length > 0 && this.isOver(uses, groups))
      .map(({ id }) => id);
    const storageKeys = await this.erasure.erase(tx, SWEEPER, due, BY_RULE);
    const ended = [...uses.keys()].filter((group) => this.isOver(uses, [group]));
    await tx.query(
      `UPDATE disclosures SET sealed_answers = NULL, sealed_with = NULL, erased_at = $3
       WHERE person_id = $1 AND group_id = ANY ($2::uuid[]) AND erased_at IS NULL`,
      [personId, ended, this.clock.now()],
    );
    const isAllOver = uses.size > 0 && this.isOver(uses, [...uses.keys()]);
    const nationalIds = isAllOver ? await this.nationalIds.erase(tx, SWEEPER, personId, BY_RULE) : 0;
    return { storageKeys, nationalIds };
  }

  /** Each group by itself: what another association knows of the person is no reason of this one. */
  private isOver(uses: UsesByGroup, groups: readonly string[]): boolean {
    const now = this.clock.now();
    return groups.every((group) => retentionVerdict(uses.get(group) ?? [], now).erase);
  }
}

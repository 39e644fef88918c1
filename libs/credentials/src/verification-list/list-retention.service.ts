import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, systemActor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';

const DAY_MS = 86_400_000;
/** A list that nobody started is given up after so many days; its file with it. */
export const KEEP_DRAFTS_DAYS = 14;
/** The people in a list are erased so many days after its end; results, hashes and counts are kept. */
export const KEEP_PEOPLE_DAYS = 365;

const BATCH = 20;

/** Erases lists whose time is over. */
@Injectable()
export class ListRetention {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Harmless when repeated, or killed in between. */
  async run(): Promise<{ given: number; erased: number }> {
    const done = { given: 0, erased: 0 };
    for (let count = 1; count > 0; done.given += count)
      count = await this.transactions.run((tx) => this.giveUp(tx));
    for (let count = 1; count > 0; done.erased += count)
      count = await this.transactions.run((tx) => this.erase(tx));
    return done;
  }

  private async giveUp(tx: EntityManager): Promise<number> {
    const [gone] = await tx.query<[ListRow[], number]>(
      `DELETE FROM verification_lists WHERE id IN (SELECT id FROM verification_lists
         WHERE state IN ('draft', 'refused') AND created_at < $1 LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING id, group_id AS "groupId"`,
      [this.before(KEEP_DRAFTS_DAYS)],
    );
    for (const list of gone) await this.note(tx, list, 'verification_list.given_up');
    return gone.length;
  }

  private async erase(tx: EntityManager): Promise<number> {
    const [lists] = await tx.query<[ListRow[], number]>(
      `UPDATE verification_lists SET erased_at = $2, report = '{"headings": [], "firstRows": [], "ignored": []}'
       WHERE id IN (SELECT id FROM verification_lists WHERE erased_at IS NULL AND ended_at < $1
         LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING id, group_id AS "groupId"`,
      [this.before(KEEP_PEOPLE_DAYS), this.clock.now()],
    );
    for (const list of lists) {
      await tx.query(
        `UPDATE verification_list_rows SET key = '', number = '', name = '', birth_date = NULL, profession = NULL,
           valid_until = NULL WHERE list_id = $1`,
        [list.id],
      );
      await tx.query(
        `UPDATE verification_list_answers SET reasons = '[]', fields = '[]', query = NULL, answer = NULL WHERE list_id = $1`,
        [list.id],
      );
      await tx.query('DELETE FROM verification_list_files WHERE list_id = $1', [list.id]);
      await this.note(tx, list, 'verification_list.erased');
    }
    return lists.length;
  }

  private before(days: number): Date {
    return new Date(this.clock.now().getTime() - days * DAY_MS);
  }

  private note(tx: EntityManager, { id, groupId }: ListRow, action: string): Promise<void> {
    const subject = { subjectType: 'verification_list', subjectId: id, groupId };
    return this.audit.record(tx, systemActor('lists.retention'), { action, ...subject });
  }
}

interface ListRow {
  id: string;
  groupId: string;
}

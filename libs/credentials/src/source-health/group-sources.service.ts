import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { forbidden, holdsPower, notFound, type Actor } from '@himpun/kernel';
import { CheckSources } from '../source/check-sources';

/** Which sources a group uses. Without a word of its own it does as the group above; without any, it uses all that are set up. */
@Injectable()
export class GroupSources {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly audit: AuditTrail,
    private readonly sources: CheckSources,
  ) {}

  /** Holds for checks asked for from now on. @throws group.not_found, source.not_found, source.forbidden */
  async use(
    actor: Actor,
    order: { groupId: string; source: string; used: boolean; reason: string },
  ): Promise<void> {
    const group = await this.groups.get(order.groupId);
    if (!holdsPower(actor, 'registers.import', group.path)) throw forbidden('source');
    if (!this.sources.named(order.source)) throw notFound('source');
    await this.transactions.run(async (tx) => {
      await tx.query(
        `INSERT INTO group_sources (group_id, source, used) VALUES ($1, $2, $3)
         ON CONFLICT (group_id, source) DO UPDATE SET used = excluded.used`,
        [order.groupId, order.source, order.used],
      );
      await this.audit.record(tx, actor, {
        action: order.used ? 'source.used' : 'source.unused',
        subjectType: 'group',
        subjectId: order.groupId,
        groupId: order.groupId,
        reason: order.reason,
        details: { source: order.source },
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { forbidden, holdsPower, notFound, type Actor, type Bilingual } from '@himpun/kernel';
import { CheckSources } from '../source/check-sources';

/** Whether a group uses one source, and whose word that is. */
export interface GroupSourceLine {
  id: string;
  name: Bilingual;
  used: boolean;
  /** The nearest group, the asked one itself or one above it, that said so; null where none did. */
  decidedBy: { id: string; nameId: string; nameEn: string } | null;
}

/** Which sources a group uses. Without a word of its own it does as the group above; without any, it uses all that are set up. */
@Injectable()
export class GroupSources {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly audit: AuditTrail,
    private readonly sources: CheckSources,
    private readonly sql: Sql,
  ) {}

  /** Every source, in the order in which people read of them. @throws group.not_found, source.forbidden */
  async of(actor: Actor, groupId: string): Promise<GroupSourceLine[]> {
    const group = await this.groups.get(groupId);
    if (!READERS.some((power) => holdsPower(actor, power, group.path))) throw forbidden('source');
    const words = await this.sql.rows<Word>(
      `SELECT DISTINCT ON (s.source) s.source, s.used, g.id, g.name_id AS "nameId", g.name_en AS "nameEn"
       FROM group_sources s JOIN groups g ON g.id = s.group_id WHERE s.group_id = ANY ($1::uuid[])
       ORDER BY s.source, array_position($1::uuid[], s.group_id) DESC`,
      [group.path],
    );
    return this.sources.all.map(({ id, name }) => {
      const word = words.find(({ source }) => source === id);
      const decidedBy = word ? { id: word.id, nameId: word.nameId, nameEn: word.nameEn } : null;
      return { id, name, used: word?.used ?? true, decidedBy };
    });
  }

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

const READERS = ['registers.import', 'licences.check'] as const;

interface Word extends Record<string, unknown> {
  source: string;
  used: boolean;
  id: string;
  nameId: string;
  nameEn: string;
}

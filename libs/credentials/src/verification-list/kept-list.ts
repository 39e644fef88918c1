import type { Sql } from '@himpun/database';
import { notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { mayVerifyLists } from './verification-list.access';
import { VerificationList } from './verification-list.entity';

/** A list as its verbs need it. */
export interface KeptList extends Record<string, unknown> {
  id: string;
  groupId: string;
  path: string[];
  /** Nobody has been asked yet: its file can be looked into. */
  isWaiting: boolean;
}

/** A list of others is as good as none. @throws verification_list.not_found */
export async function keptList(sql: Sql, actor: Actor, id: string): Promise<KeptList> {
  const row = await sql.row<KeptList>(
    `SELECT l.id, l.group_id AS "groupId", g.path, l.state IN ('draft', 'refused') AS "isWaiting"
     FROM verification_lists l JOIN groups g ON g.id = l.group_id
     WHERE l.id = $1`,
    [id],
  );
  if (!row || !mayVerifyLists(actor, row.path)) throw notFound('verification_list');
  return row;
}

/** Lets nobody else change the list before the transaction ends. @throws verification_list.not_found */
export async function lockedList(tx: EntityManager, id: string): Promise<VerificationList> {
  const list = await tx.findOne(VerificationList, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!list) throw notFound('verification_list');
  return list;
}

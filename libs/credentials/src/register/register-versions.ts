import type { Sql } from '@himpun/database';
import { forbidden, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { ColumnMapping, DateForm } from './file/register-file';
import { mayImportRegister } from './register.access';

/** A register as its verbs need it. */
export interface KeptRegister extends Record<string, unknown> {
  id: string;
  groupId: string;
  currentImportId: string | null;
  mapping: ColumnMapping | null;
  dates: DateForm;
  path: string[];
}

/** @throws register.not_found, register.forbidden */
export async function keptRegister(sql: Sql, actor: Actor, id: string): Promise<KeptRegister> {
  const row = await sql.row<KeptRegister>(
    `SELECT r.id, r.group_id AS "groupId", r.current_import_id AS "currentImportId", r.mapping, r.dates, g.path
     FROM registers r JOIN groups g ON g.id = r.group_id WHERE r.id = $1`,
    [id],
  );
  if (!row) throw notFound('register');
  if (!mayImportRegister(actor, row.path)) throw forbidden('register');
  return row;
}

/** Lets nobody else change the register's versions before the transaction ends; answers with the present one's id. */
export async function lockRegister(tx: EntityManager, registerId: string): Promise<string | null> {
  const [row]: { id: string | null }[] = await tx.query(
    'SELECT current_import_id AS id FROM registers WHERE id = $1 FOR UPDATE',
    [registerId],
  );
  return row?.id ?? null;
}

export async function nextNumber(tx: EntityManager, registerId: string): Promise<number> {
  const [last]: { number: number }[] = await tx.query(
    'SELECT coalesce(max(number), 0) AS number FROM register_imports WHERE register_id = $1',
    [registerId],
  );
  return (last?.number ?? 0) + 1;
}

/** A newer proposal takes the place of one that waits for its confirmation; of refused ones only the faults are kept. */
export async function dropWaiting(tx: EntityManager, registerId: string): Promise<void> {
  await tx.query(
    `UPDATE register_imports SET state = 'superseded' WHERE register_id = $1 AND state IN ('reading', 'checked')`,
    [registerId],
  );
  const unused = `SELECT id FROM register_imports
    WHERE register_id = $1 AND state IN ('superseded', 'refused') AND finished_at IS NULL`;
  for (const table of ['register_import_chunks', 'register_import_rows', 'register_changes'])
    await tx.query(`DELETE FROM ${table} WHERE import_id IN (${unused})`, [registerId]);
}

/** Work on a million rows takes longer than a request may. Sorts and joins get memory of the database's, not of ours. */
export async function longStatements(tx: EntityManager): Promise<void> {
  await tx.query(`SET LOCAL statement_timeout = '9min'`);
  await tx.query(`SET LOCAL work_mem = '64MB'`);
}

/** Another version takes the present one's place. */
export async function makeCurrent(
  tx: EntityManager,
  registerId: string,
  importId: string,
  holders: number,
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE register_imports SET state = 'superseded' WHERE register_id = $1 AND state = 'current'`,
    [registerId],
  );
  await tx.query(
    `UPDATE register_imports SET state = 'current', finished_at = $2, holders = $3 WHERE id = $1`,
    [importId, now, holders],
  );
  await tx.query('UPDATE registers SET current_import_id = $2, version = version + 1 WHERE id = $1', [
    registerId,
    importId,
  ]);
}

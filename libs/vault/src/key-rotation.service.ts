import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, newId, Settings, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { KEY_BYTES } from './envelope';
import { markOf, unwrapKey, wrapKey, type WrappedKey } from './secret-wrap';
import { placeOf, SealedColumns, type SealedColumn } from './sealed-columns';
import { Vault, type Sealed } from './vault.service';

/** What a run of the rotation did. */
export interface RotationReport {
  /** Goes on with a rotation that was broken off. */
  resumed: boolean;
  /** Data keys that were still sealed with a former secret. */
  rewrapped: number;
  /** Values that were sealed anew, by `table.column`. */
  resealed: Record<string, number>;
  /** Retired keys that nothing is sealed with any more, made useless for ever. */
  destroyed: number;
}

const ROTATION_LOCK = 7_307_002;
const HOUR_MS = 3_600_000;

/** Changes the key that seals, while the portal runs. Each step is a transaction of its own, and may be the last before a power cut. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly transactions: Transactions,
    private readonly columns: SealedColumns,
    private readonly vault: Vault,
    private readonly audit: AuditTrail,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals the data keys with the present secret, makes a new active one and seals everything anew with it, `batch` rows at a
   * time. Run again after being killed it goes on where it stopped, with the key it had made.
   */
  async run(actor: Actor, batch = 200): Promise<RotationReport> {
    const rewrapped = await this.transactions.run((tx) => this.rewrap(tx, actor));
    const { keyId, resumed } = await this.transactions.run((tx) => this.begin(tx, actor));
    this.vault.lookAgain();
    const resealed: Record<string, number> = {};
    for (const column of this.columns.all()) {
      resealed[`${column.table}.${column.column}`] = await this.resealAll(column, batch);
    }
    const destroyed = await this.transactions.run((tx) => this.finish(tx, actor, keyId, resealed));
    return { resumed, rewrapped, resealed, destroyed };
  }

  private async rewrap(tx: EntityManager, actor: Actor): Promise<number> {
    await lock(tx);
    const keys: (WrappedKey & { id: string })[] = await tx.query(
      `SELECT id, sealed, secret_mark AS "secretMark" FROM data_keys WHERE state <> 'destroyed' AND secret_mark <> $1`,
      [markOf(this.settings.secret)],
    );
    for (const row of keys) {
      const key = unwrapKey(row, row.id, this.settings.secrets);
      const { sealed, secretMark } = wrapKey(key, row.id, this.settings.secret);
      await tx.query('UPDATE data_keys SET sealed = $2, secret_mark = $3 WHERE id = $1', [
        row.id,
        sealed,
        secretMark,
      ]);
      await this.note(tx, actor, 'data_key.rewrapped', row.id);
    }
    return keys.length;
  }

  private async begin(tx: EntityManager, actor: Actor): Promise<{ keyId: string; resumed: boolean }> {
    await lock(tx);
    const now = this.clock.now();
    const [present]: { id: string; settledAt: Date | null }[] = await tx.query(
      `SELECT id, settled_at AS "settledAt" FROM data_keys WHERE purpose = 'content' AND state = 'active'`,
    );
    if (present && present.settledAt === null) return { keyId: present.id, resumed: true };
    await tx.query(
      `UPDATE data_keys SET state = 'retired', retired_at = $1 WHERE purpose = 'content' AND state = 'active'`,
      [now],
    );
    const id = newId();
    const { sealed, secretMark } = wrapKey(randomBytes(KEY_BYTES), id, this.settings.secret);
    await tx.query(
      `INSERT INTO data_keys (id, created_at, purpose, state, sealed, secret_mark)
       VALUES ($1, $2, 'content', 'active', $3, $4)`,
      [id, now, sealed, secretMark],
    );
    if (present) await this.note(tx, actor, 'data_key.retired', present.id);
    await this.note(tx, actor, 'data_key.made', id);
    return { keyId: id, resumed: false };
  }

  private async resealAll(column: SealedColumn, batch: number): Promise<number> {
    let total = 0;
    for (;;) {
      const done = await this.resealBatch(column, batch);
      total += done;
      if (done === 0) return total;
    }
  }

  private async resealBatch({ table, column, keyColumn }: SealedColumn, batch: number): Promise<number> {
    return this.transactions.run(async (tx) => {
      const rows: (Sealed & { id: string })[] = await tx.query(
        `SELECT id, ${column} AS sealed, ${keyColumn} AS "sealedWith" FROM ${table}
         WHERE ${column} IS NOT NULL AND ${keyColumn} IN (SELECT id FROM data_keys WHERE state = 'retired')
         ORDER BY id LIMIT $1 FOR UPDATE`,
        [batch],
      );
      for (const row of rows) {
        const place = placeOf({ table, column }, row.id);
        const { sealed, sealedWith } = await this.vault.seal(await this.vault.open(row, place), place);
        await tx.query(`UPDATE ${table} SET ${column} = $2, ${keyColumn} = $3 WHERE id = $1`, [
          row.id,
          sealed,
          sealedWith,
        ]);
      }
      return rows.length;
    });
  }

  private async finish(
    tx: EntityManager,
    actor: Actor,
    keyId: string,
    resealed: Record<string, number>,
  ): Promise<number> {
    await lock(tx);
    const now = this.clock.now();
    await tx.query('UPDATE data_keys SET settled_at = $2 WHERE id = $1', [keyId, now]);
    await this.note(tx, actor, 'data_key.settled', keyId, { resealed });
    const unused = this.columns
      .all()
      .map(({ table, keyColumn }) => `AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.${keyColumn} = k.id)`)
      .join(' ');
    // A process that has not looked again yet may still seal with a key just retired; an hour later none does.
    const [gone]: [{ id: string }[], number] = await tx.query(
      `UPDATE data_keys k SET state = 'destroyed', sealed = NULL WHERE state = 'retired' AND retired_at < $1 ${unused}
       RETURNING k.id`,
      [new Date(now.getTime() - HOUR_MS)],
    );
    for (const { id } of gone) await this.note(tx, actor, 'data_key.destroyed', id);
    return gone.length;
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    keyId: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'data_key', subjectId: keyId, details });
  }
}

async function lock(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ROTATION_LOCK]);
}

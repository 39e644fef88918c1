import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, DomainError, forbidden, newId, notFound, type Actor } from '@himpun/kernel';
import {
  placeOf,
  PrivateReads,
  Vault,
  type PrivateLook,
  type Sealed,
  type SealedColumn,
} from '@himpun/vault';
import type { EntityManager } from 'typeorm';
import {
  maskedNationalId,
  nationalIdFaults,
  nationalIdKey,
  type NationalIdKind,
  type TypedNationalId,
} from './national-id.policy';

/** Where sealed numbers lie. */
export const SEALED_NUMBER: SealedColumn = {
  table: 'national_ids',
  column: 'sealed_value',
  keyColumn: 'sealed_with',
};

/** One's own number, as it is shown. */
export interface OwnNationalId {
  id: string;
  kind: NationalIdKind;
  country: string;
  /** The last four signs; null once erased. */
  masked: string | null;
  enteredAt: Date;
  erasedAt: Date | null;
}

type Row = Sealed & { id: string } & Record<string, unknown>;

/** National ids: entered by the person, kept sealed, read by others only with a record that the person sees. */
@Injectable()
export class NationalIdRecords {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly reads: PrivateReads,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters one's own number, in place of one of the same kind and country. That somebody else has it already is no answer
   * for whoever types: officers find the two as people who may be one. @throws national_id.invalid (reasons)
   */
  async enter(actor: Actor, typed: TypedNationalId): Promise<void> {
    const personId = ownerOf(actor);
    const faults = nationalIdFaults(typed);
    if (faults.length > 0) throw new DomainError('national_id.invalid', INVALID, faults);
    const { kind, country } = typed;
    const key = nationalIdKey(typed.number);
    // Every entry is a row of its own: a seal is bound to its row.
    const id = newId();
    const { sealed, sealedWith } = await this.vault.seal(Buffer.from(key), placeOf(SEALED_NUMBER, id));
    const index = await this.vault.blindIndex(`national_ids:${kind}:${country}`, key);
    await this.transactions.run(async (tx) => {
      await tx.query('DELETE FROM national_ids WHERE person_id = $1 AND kind = $2 AND country = $3', [
        personId,
        kind,
        country,
      ]);
      await tx.query(
        `INSERT INTO national_ids (id, created_at, person_id, kind, country, sealed_value, sealed_with, blind_index)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, this.clock.now(), personId, kind, country, sealed, sealedWith, index],
      );
      await this.note(tx, actor, 'national_id.entered', { id, kind, country });
    });
  }

  /** Takes one's own number out. @throws national_id.not_found */
  async remove(actor: Actor, id: string): Promise<void> {
    const personId = ownerOf(actor);
    await this.transactions.run(async (tx) => {
      const [rows]: [{ kind: string; country: string }[], number] = await tx.query(
        'DELETE FROM national_ids WHERE id = $1 AND person_id = $2 RETURNING kind, country',
        [id, personId],
      );
      if (!rows[0]) throw notFound('national_id');
      await this.note(tx, actor, 'national_id.removed', { id, ...rows[0] });
    });
  }

  /** One's own numbers, masked; looking at one's own leaves no record. */
  async own(actor: Actor): Promise<OwnNationalId[]> {
    const rows = await this.sql.rows<Row & Omit<OwnNationalId, 'masked'>>(
      `SELECT id, kind, country, sealed_value AS sealed, sealed_with AS "sealedWith", created_at AS "enteredAt",
         erased_at AS "erasedAt"
       FROM national_ids WHERE person_id = $1 ORDER BY id`,
      [ownerOf(actor)],
    );
    return Promise.all(
      rows.map(async ({ id, kind, country, enteredAt, erasedAt, ...value }) => ({
        ...{ id, kind, country, enteredAt, erasedAt },
        masked: erasedAt ? null : maskedNationalId(await this.opened({ id, ...value } as Row)),
      })),
    );
  }

  /**
   * A person's number for somebody else; null when there is none. Who read it and why is on record before it is handed out.
   * @param why the reason, and the group and case it is for
   */
  async readFor(
    reader: Actor,
    personId: string,
    kind: NationalIdKind,
    why: Pick<PrivateLook, 'reason' | 'groupId' | 'origin'>,
  ): Promise<string | null> {
    const row = await this.sql.row<Row>(
      `SELECT id, sealed_value AS sealed, sealed_with AS "sealedWith" FROM national_ids
       WHERE person_id = $1 AND kind = $2 AND sealed_value IS NOT NULL ORDER BY id DESC LIMIT 1`,
      [personId, kind],
    );
    if (!row) return null;
    const number = await this.opened(row);
    await this.transactions.run((tx) =>
      this.reads.record(tx, reader, {
        ...why,
        ownerPersonId: personId,
        subjectType: 'national_id',
        subjectId: row.id,
      }),
    );
    return number;
  }

  /** Clears a person's numbers because rules say so; that they were there stays. Joins the caller's transaction. */
  async erase(tx: EntityManager, actor: Actor, personId: string, reason: string): Promise<number> {
    const [rows]: [{ id: string; kind: string; country: string }[], number] = await tx.query(
      `UPDATE national_ids SET sealed_value = NULL, sealed_with = NULL, blind_index = NULL, erased_at = $2
       WHERE person_id = $1 AND erased_at IS NULL RETURNING id, kind, country`,
      [personId, this.clock.now()],
    );
    for (const row of rows) await this.note(tx, actor, 'national_id.erased', row, reason);
    return rows.length;
  }

  private async opened(row: Row): Promise<string> {
    return (await this.vault.open(row, placeOf(SEALED_NUMBER, row.id))).toString();
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, kind, country }: { id: string; kind: string; country: string },
    reason: string | null = null,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      ...{ action, reason, subjectType: 'national_id', subjectId: id },
      details: { kind, country },
    });
  }
}

function ownerOf(actor: Actor): string {
  if (!actor.personId) throw forbidden('national_id');
  return actor.personId;
}

const INVALID = {
  id: 'Nomor ini tidak dapat disimpan. Perbaiki yang ditandai.',
  en: 'This number cannot be saved. Correct what is marked.',
};

import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, newId, notFound, Settings } from '@himpun/kernel';
import { signDataIntegrity, SMALLEST_LIST, type JsonObject } from '@himpun/signatures';
import type { EntityManager } from 'typeorm';
import { IssuerKeys } from '../issuer/issuer-keys.service';
import { RESIGN_AFTER_MS, statusListAddress, statusListCredential } from './status-list-credential';

const LISTS_LOCK = 7_307_002;
/** A draw that misses this often means a list that is almost full. */
const DRAWS = 24;

/** A place in a list. */
export interface StatusPlace {
  listId: string;
  position: number;
}

/** The revocation lists: places given out at random, bits set once, lists signed when asked for. */
@Injectable()
export class StatusLists {
  constructor(
    private readonly sql: Sql,
    private readonly keys: IssuerKeys,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Gives a certificate a free place, at random; joins the caller's transaction. */
  async take(tx: EntityManager, certificateId: string): Promise<StatusPlace> {
    const listId = await this.openList(tx);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const position = randomInt(SMALLEST_LIST);
      const taken: unknown[] = await tx.query(
        `INSERT INTO status_entries (status_list_id, position, certificate_id) VALUES ($1, $2, $3)
         ON CONFLICT (status_list_id, position) DO NOTHING RETURNING position`,
        [listId, position, certificateId],
      );
      if (taken.length > 0) return { listId, position };
    }
    await tx.query('UPDATE status_lists SET filled_at = $2 WHERE id = $1 AND filled_at IS NULL', [
      listId,
      this.clock.now(),
    ]);
    return this.take(tx, certificateId);
  }

  /** Sets a certificate's bit, if it has one; joins the caller's transaction. */
  async revoke(tx: EntityManager, certificateId: string): Promise<void> {
    await tx.query(
      `WITH entry AS (
         UPDATE status_entries SET revoked_at = $2 WHERE certificate_id = $1 AND revoked_at IS NULL
         RETURNING status_list_id)
       UPDATE status_lists SET revision = revision + 1 WHERE id IN (SELECT status_list_id FROM entry)`,
      [certificateId, this.clock.now()],
    );
  }

  /** The signed list as it is now. Signed again when a bit has changed or half a day has gone. @throws status_list.not_found */
  async signed(listId: string): Promise<JsonObject> {
    const row = await this.sql.row<ListRow>(READ, [listId]);
    if (!row) throw notFound('status_list');
    const fresh =
      row.signedAt !== null && this.clock.now().getTime() - row.signedAt.getTime() < RESIGN_AFTER_MS;
    if (row.credential && fresh && row.signedRevision === row.revision) return row.credential;
    return this.sign(listId, row.revision);
  }

  private async sign(listId: string, revision: number): Promise<JsonObject> {
    const at = this.clock.now();
    const address = statusListAddress(this.settings.publicUrl, listId);
    const revoked = await this.sql.rows<{ position: number }>(
      'SELECT position FROM status_entries WHERE status_list_id = $1 AND revoked_at IS NOT NULL',
      [listId],
    );
    const unsigned = statusListCredential({
      address,
      issuer: this.keys.did,
      revoked: revoked.map(({ position }) => position),
      at,
    });
    const signed = await signDataIntegrity(unsigned, { ...(await this.keys.current()), created: at });
    // The bits were read after the revision: they are at least as new, and a later revision is signed at the next request.
    await this.sql.rows(
      `UPDATE status_lists SET signed_credential = $2, signed_revision = $3, signed_at = $4
       WHERE id = $1 AND (signed_revision IS NULL OR signed_revision <= $3)`,
      [listId, JSON.stringify(signed), revision, at],
    );
    return signed;
  }

  private async openList(tx: EntityManager): Promise<string> {
    const open = (): Promise<{ id: string }[]> =>
      tx.query('SELECT id FROM status_lists WHERE filled_at IS NULL');
    const present = (await open())[0];
    if (present) return present.id;
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LISTS_LOCK]);
    const made = (await open())[0];
    if (made) return made.id;
    const id = newId();
    await tx.query('INSERT INTO status_lists (id, created_at) VALUES ($1, $2)', [id, this.clock.now()]);
    return id;
  }
}

interface ListRow extends Record<string, unknown> {
  revision: number;
  credential: JsonObject | null;
  signedRevision: number | null;
  signedAt: Date | null;
}

const READ = `SELECT revision, signed_credential AS credential, signed_revision AS "signedRevision",
  signed_at AS "signedAt" FROM status_lists WHERE id = $1`;

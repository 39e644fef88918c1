import { createHmac, randomBytes } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, newId, Settings } from '@himpun/kernel';
import type { KeyPurpose } from './data-key.entity';
import { KEY_BYTES, open, seal } from './envelope';
import { unwrapKey, wrapKey, type WrappedKey } from './secret-wrap';

/** How long a process may go on sealing with a key that another one has retired. */
export const KEY_MEMORY_MS = 30_000;

/** A sealed value, and the id of the data key that opens it. */
export interface Sealed {
  sealed: Buffer;
  sealedWith: string;
}

interface OpenKey {
  id: string;
  key: Buffer;
}

type KeyRow = WrappedKey & { id: string } & Record<string, unknown>;

/**
 * Seals and opens what is private. Secret → data keys (table `data_keys`) → values, and the keys of files. Calls may read the
 * database: make them before a transaction begins.
 */
@Injectable()
export class Vault implements OnApplicationBootstrap {
  private readonly opened = new Map<string, Buffer>();
  private readonly active = new Map<KeyPurpose, { key: OpenKey; until: number }>();

  constructor(
    private readonly sql: Sql,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Refuses to start with a secret that cannot open what is kept. @throws Error with a sentence for the operator */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.offline) await this.verify();
  }

  /** Opens every data key once, and makes those that are missing. */
  async verify(): Promise<void> {
    const keys = await this.sql.rows<KeyRow>(
      `SELECT id, sealed, secret_mark AS "secretMark" FROM data_keys WHERE state <> 'destroyed'`,
    );
    for (const row of keys) this.remember(row);
    await this.current('content');
    await this.current('index');
  }

  /** @param place `table.column:row` */
  async seal(plain: Uint8Array, place: string): Promise<Sealed> {
    const { id, key } = await this.current('content');
    return { sealed: seal(plain, key, place), sealedWith: id };
  }

  /** @throws UnsealedError for bytes that were changed or moved; Error when the key was destroyed. */
  async open({ sealed, sealedWith }: Sealed, place: string): Promise<Buffer> {
    return open(sealed, await this.keyOf(sealedWith), place);
  }

  /**
   * The same text has the same index within its scope, and nobody without the keys can make it from a guessed text.
   * @returns 32 bytes, HMAC-SHA-256
   */
  async blindIndex(scope: string, text: string): Promise<Buffer> {
    const { key } = await this.current('index');
    return createHmac('sha256', key).update(`${scope}\0${text}`).digest();
  }

  /** Forgets which keys are active: after a rotation in this process. */
  lookAgain(): void {
    this.active.clear();
  }

  private async current(purpose: KeyPurpose): Promise<OpenKey> {
    const known = this.active.get(purpose);
    if (known && known.until > performance.now()) return known.key;
    const row = (await this.activeRow(purpose)) ?? (await this.make(purpose));
    const key = { id: row.id, key: this.remember(row) };
    this.active.set(purpose, { key, until: performance.now() + KEY_MEMORY_MS });
    return key;
  }

  private async keyOf(id: string): Promise<Buffer> {
    const known = this.opened.get(id);
    if (known) return known;
    const row = await this.sql.row<KeyRow>(
      `SELECT id, sealed, secret_mark AS "secretMark" FROM data_keys WHERE id = $1 AND state <> 'destroyed'`,
      [id],
    );
    if (!row) throw new Error(`The data key ${id} was destroyed, and with it what it sealed.`);
    return this.remember(row);
  }

  private remember(row: KeyRow): Buffer {
    const key = this.opened.get(row.id) ?? unwrapKey(row, row.id, this.settings.secrets);
    this.opened.set(row.id, key);
    return key;
  }

  private activeRow(purpose: KeyPurpose): Promise<KeyRow | null> {
    return this.sql.row<KeyRow>(
      `SELECT id, sealed, secret_mark AS "secretMark" FROM data_keys WHERE purpose = $1 AND state = 'active'`,
      [purpose],
    );
  }

  /** The first key of a purpose. Of two processes that make it at once, one finds the other's. */
  private async make(purpose: KeyPurpose): Promise<KeyRow> {
    const id = newId();
    const { sealed, secretMark } = wrapKey(randomBytes(KEY_BYTES), id, this.settings.secret);
    const now = this.clock.now();
    await this.sql.rows(
      `INSERT INTO data_keys (id, created_at, purpose, state, sealed, secret_mark, settled_at)
       VALUES ($1, $2, $3, 'active', $4, $5, $2) ON CONFLICT (purpose) WHERE state = 'active' DO NOTHING`,
      [id, now, purpose, sealed, secretMark],
    );
    const row = await this.activeRow(purpose);
    if (!row) throw new Error(`There is no active data key for ${purpose}.`);
    return row;
  }
}

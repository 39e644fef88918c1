import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { newId } from '@himpun/kernel';
import { placeOf, Vault, type Sealed } from '@himpun/vault';
import type { EntityManager } from 'typeorm';

const PIECE = 256 * 1024;

/** Where the pieces of waiting files lie. */
export const SEALED_PIECE = {
  table: 'verification_list_files',
  column: 'sealed',
  keyColumn: 'sealed_with',
};

/** A piece of a file, sealed and not yet written. */
export type SealedPiece = Sealed & { id: string; seq: number };

/** Keeps the file of a list, sealed, for as long as it may be read again: until the list is started or given up. */
@Injectable()
export class ListFiles {
  constructor(
    private readonly sql: Sql,
    private readonly vault: Vault,
  ) {}

  /** Seals a file piece by piece; before the transaction, which the vault must not hold up. */
  async seal(path: string): Promise<SealedPiece[]> {
    const pieces: SealedPiece[] = [];
    for await (const content of createReadStream(path, { highWaterMark: PIECE })) {
      const id = newId();
      const sealed = await this.vault.seal(content as Buffer, placeOf(SEALED_PIECE, id));
      pieces.push({ id, seq: pieces.length, ...sealed });
    }
    return pieces;
  }

  async keep(tx: EntityManager, listId: string, pieces: readonly SealedPiece[]): Promise<void> {
    for (const { id, seq, sealed, sealedWith } of pieces) {
      await tx.query(
        'INSERT INTO verification_list_files (id, list_id, seq, sealed, sealed_with) VALUES ($1, $2, $3, $4, $5)',
        [id, listId, seq, sealed, sealedWith],
      );
    }
  }

  /** Writes the file as it came into a folder; answers its path. */
  async restore(listId: string, folder: string): Promise<string> {
    const path = join(folder, 'file');
    await pipeline(Readable.from(this.pieces(listId)), createWriteStream(path));
    return path;
  }

  /** The file is not needed any more; its hash is kept with the list. */
  async forget(tx: EntityManager, listId: string): Promise<void> {
    await tx.query('DELETE FROM verification_list_files WHERE list_id = $1', [listId]);
  }

  private async *pieces(listId: string): AsyncGenerator<Buffer> {
    for (let seq = 0; ; seq += 1) {
      const piece = await this.sql.row<Sealed & { id: string } & Record<string, unknown>>(
        `SELECT id, sealed, sealed_with AS "sealedWith" FROM verification_list_files WHERE list_id = $1 AND seq = $2`,
        [listId, seq],
      );
      if (!piece) return;
      yield await this.vault.open(piece, placeOf(SEALED_PIECE, piece.id));
    }
  }
}

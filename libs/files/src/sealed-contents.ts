import { randomBytes } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { KEY_BYTES, opening, placeOf, sealing, Vault, type SealedColumn } from '@himpun/vault';
import { FileStorage } from './file-storage';

/** Where the keys of contents lie. */
export const SEALED_KEY: SealedColumn = { table: 'files', column: 'sealed_key', keyColumn: 'sealed_with' };

/** What the row of a file keeps of its content's key. */
export interface ContentKey {
  sealedKey: Buffer;
  sealedWith: string;
}

/**
 * Contents, sealed each with a key of its own that lies, sealed again, in the file's row. Who clears the row's key has made the
 * content unreadable in the same transaction, wherever copies of it lie.
 */
@Injectable()
export class SealedContents {
  constructor(
    private readonly vault: Vault,
    private readonly storage: FileStorage,
  ) {}

  /** Keeps a content sealed. @returns what the file's row has to keep, or nothing of it can be read again. */
  async keep(file: { id: string; storageKey: string }, content: Readable): Promise<ContentKey> {
    const key = randomBytes(KEY_BYTES);
    const { sealed, sealedWith } = await this.vault.seal(key, placeOf(SEALED_KEY, file.id));
    const stream = sealing(key, contentPlace(file.storageKey));
    pipeline(content, stream, () => undefined);
    await this.storage.keep(file.storageKey, stream);
    return { sealedKey: sealed, sealedWith };
  }

  /** The content as it came. The stream fails when it was changed, moved or cut off. @throws when there is none */
  async open(file: {
    id: string;
    storageKey: string;
    sealedKey: Buffer | null;
    sealedWith: string | null;
  }): Promise<Readable> {
    if (file.sealedKey === null || file.sealedWith === null) return this.storage.open(file.storageKey);
    const sealed = { sealed: file.sealedKey, sealedWith: file.sealedWith };
    const key = await this.vault.open(sealed, placeOf(SEALED_KEY, file.id));
    const content = await this.storage.open(file.storageKey);
    return pipeline(content, opening(key, contentPlace(file.storageKey)), () => undefined);
  }

  forget(storageKey: string): Promise<void> {
    return this.storage.forget(storageKey);
  }
}

const contentPlace = (storageKey: string): string => `files.content:${storageKey}`;

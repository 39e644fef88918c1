import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { FilePurpose } from './file-purpose';

/** An accepted upload. Its content lies in the storage under a key that the server made; nothing typed becomes a path. */
@Entity('files')
export class StoredFile extends BaseColumns {
  @Column('uuid')
  ownerPersonId: string;

  @Column('text')
  purpose: FilePurpose;

  /** What the owner called it; only ever shown. */
  @Column('text')
  name: string;

  /** As found in the content. */
  @Column('text')
  mediaType: string;

  /** Bytes, as stored. */
  @Column('integer')
  size: number;

  /** Of the content as stored. */
  @Column('bytea')
  sha256: Buffer;

  @Column('uuid')
  storageKey: string;

  /** The key of this one content, sealed in the vault; null for what lies in plain still, and for what is gone. */
  @Column('bytea', { nullable: true })
  sealedKey: Buffer | null;

  /** The data key that opens it. */
  @Column('uuid', { nullable: true })
  sealedWith: string | null;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  /** Deleted because rules say so; the row keeps hash and size. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;

  @Column('text', { nullable: true })
  erasedReason: string | null;
}

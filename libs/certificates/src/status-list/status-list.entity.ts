import { Column, Entity } from 'typeorm';
import type { JsonObject } from '@himpun/signatures';
import { BaseColumns } from '@himpun/database';

/** A list of 131,072 revocation bits (Bitstring Status List 1.0); the bits themselves are `StatusEntry` rows. */
@Entity('status_lists')
export class StatusList extends BaseColumns {
  /** Rises with every change of a bit. */
  @Column('integer', { default: 0 })
  revision: number;

  /** When the list took its last entry; null for the one that still takes some. */
  @Column('timestamptz', { nullable: true })
  filledAt: Date | null;

  /** What is served, as signed at `signedAt` for `signedRevision`. */
  @Column('jsonb', { nullable: true })
  signedCredential: JsonObject | null;

  @Column('integer', { nullable: true })
  signedRevision: number | null;

  @Column('timestamptz', { nullable: true })
  signedAt: Date | null;
}

import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { NationalIdKind } from './national-id.policy';

/** A number that a state gave to a person; sealed, and read by others only with a record of it. */
@Entity('national_ids')
export class NationalId extends BaseColumns {
  @Column('uuid')
  personId: string;

  @Column('text')
  kind: NationalIdKind;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country: string;

  @Column('bytea', { nullable: true })
  sealedValue: Buffer | null;

  @Column('uuid', { nullable: true })
  sealedWith: string | null;

  /** Keyed hash of the number: the same number is found again, and nobody can try numbers without the key. */
  @Column('bytea', { nullable: true })
  blindIndex: Buffer | null;

  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;
}

import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';

/** A verified credential behind a membership: who is asked about it again, and when. */
@Entity('credential_watches')
export class CredentialWatch extends BaseColumns {
  @Column('uuid')
  credentialId: string;

  @Column('uuid')
  groupId: string;

  @Column('text')
  source: string;

  /** The newest check of the chain: the next question follows it. */
  @Column('uuid')
  checkId: string;

  /** The last day as this source has it, or else as it was claimed; null for life. */
  @Column('date', { nullable: true })
  expiresOn: LocalDate | null;

  /** When to look at it again; null for never. */
  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;
}

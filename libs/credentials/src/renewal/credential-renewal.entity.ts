import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** A renewed credential as it was sent in for one group whose membership rests on the one before. Its checks name it as origin. */
@Entity('credential_renewals')
export class CredentialRenewal extends BaseColumns {
  /** The new credential. */
  @Column('uuid')
  credentialId: string;

  /** The one it takes the place of. */
  @Column('uuid')
  followsId: string;

  @Column('uuid')
  groupId: string;

  /** Since when the group relies on the new one; null while it does not. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;
}

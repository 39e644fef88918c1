import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** What somebody disclosed, sealed; of an application, or of a member after admission. */
@Entity('disclosures')
export class Disclosure extends BaseColumns {
  @Column('uuid')
  personId: string;

  @Column('uuid')
  groupId: string;

  @Column('uuid', { nullable: true })
  applicationId: string | null;

  @Column('text', { nullable: true })
  requirementId: string | null;

  @Column('uuid', { nullable: true })
  membershipId: string | null;

  /** There is a yes; all else is sealed. */
  @Column('boolean')
  needsPerson: boolean;

  @Column('uuid', { array: true })
  evidenceFileIds: string[];

  /** JSON in the seal of the vault; null once erased. */
  @Column('bytea', { nullable: true })
  sealedAnswers: Buffer | null;

  @Column('uuid', { nullable: true })
  sealedWith: string | null;

  /** When it went to the group; null while it is being written. */
  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;
}

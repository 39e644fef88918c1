import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { CredentialKind } from '../credential/claim';

/** How a group verifies what its sources cannot: one published version; append-only by trigger. */
@Entity('verification_rules')
export class VerificationRule extends BaseColumns {
  @Column('uuid')
  groupId: string;

  /** From 1, per group. */
  @Column('integer')
  version: number;

  /** Days that a link to an institution holds. */
  @Column('integer')
  linkDays: number;

  /** Days after the mail on which it is reminded of; at most two, rising. */
  @Column('int4', { array: true })
  reminderDays: number[];

  /** Kinds of claims for which the institution is asked without an officer's doing, where its contact is recorded. */
  @Column('text', { array: true })
  askIssuerFor: CredentialKind[];

  /** Kinds of claims where a person's own verification needs a second reader. */
  @Column('text', { array: true })
  twoReadersFor: CredentialKind[];

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;
}

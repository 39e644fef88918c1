import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** Officers vouch that mail from a domain comes from an institution; holds for the group and all below it. */
@Entity('institution_domains')
export class InstitutionDomain extends BaseColumns {
  @Column('uuid')
  groupId: string;

  /** School, authority or employer, as claims name it. */
  @Column('text')
  institution: string;

  @Column('text')
  institutionKey: string;

  /** ASCII, lower case. */
  @Column('text')
  domain: string;

  /** The office that answers, where a rule asks by itself. */
  @Column('text', { nullable: true })
  contactEmail: string | null;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  addedBy: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  endedReason: string | null;
}

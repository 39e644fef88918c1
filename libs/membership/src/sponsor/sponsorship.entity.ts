import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { SponsorshipState } from './sponsor.states';

/** One member asked to vouch for one applicant; kept alike where nobody was found, so that no answer tells who is a member. */
@Entity('sponsorships')
export class Sponsorship extends BaseColumns {
  @Column('uuid')
  applicationId: string;

  @Column('text')
  requirementId: string;

  /** As the applicant typed it. */
  @Column('text')
  named: string;

  /** Null where nobody is asked. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  membershipId: string | null;

  @Column('text', { default: 'asked' })
  state: SponsorshipState;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** For reviewers alone. */
  @Column('text', { nullable: true })
  declineReason: string | null;
}

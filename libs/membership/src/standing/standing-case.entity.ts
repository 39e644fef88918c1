import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { Proposal, Verdict } from './consequence.policy';

/** Something an officer has to look at about a member's standing. Nothing changes before the officer's word. */
@Entity('standing_cases')
export class StandingCase extends VersionedColumns {
  @Column('uuid')
  membershipId: string;

  /** The credential that changed, and the check that says so; null for a late acknowledgement. */
  @Column('uuid', { nullable: true })
  credentialId: string | null;

  @Column('uuid', { nullable: true })
  checkId: string | null;

  /** The edition that was not acknowledged in time. */
  @Column('uuid', { nullable: true })
  codeId: string | null;

  /** What the member disclosed. */
  @Column('uuid', { nullable: true })
  disclosureId: string | null;

  @Column('text')
  change: string;

  @Column('text')
  proposal: Proposal;

  /** What of the admission rule rests on the credential. */
  @Column('text', { array: true })
  requirementIds: string[];

  /** The version of the group's rule of standing that proposed it; 0 for the default. */
  @Column('integer')
  ruleVersion: number;

  @Column('text', { default: 'open' })
  state: 'open' | 'settled';

  @Column('text', { nullable: true })
  verdict: Verdict | null;

  /** Null when a source's new answer settled it. */
  @Column('uuid', { nullable: true })
  settledBy: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('text', { nullable: true })
  settledReason: string | null;
}

import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { Reason } from '@himpun/kernel';
import type { Claim, CredentialKind } from '../credential/claim';
import type { ComparedField } from '../source/check-source';
import type { CheckAction, CheckOutcome, RunState } from './check.states';

/** One question about one credential to one source, and all that came of it. */
@Entity('checks')
export class Check extends BaseColumns {
  @Column('uuid')
  credentialId: string;

  @Column('integer')
  credentialVersion: number;

  @Column('uuid')
  personId: string;

  /** The group for which it is asked. */
  @Column('uuid')
  groupId: string;

  /** What it was asked for, e.g. `application`. */
  @Column('text')
  originType: string;

  @Column('uuid')
  originId: string;

  /** The check that this one repeats; null for a first question. */
  @Column('uuid', { nullable: true })
  followsId: string | null;

  @Column('text')
  source: string;

  /** The claim as it stood when the check was asked for. */
  @Column('jsonb')
  claim: Claim & { kind: CredentialKind };

  @Column('text')
  runState: RunState;

  @Column('text', { nullable: true })
  outcome: CheckOutcome | null;

  @Column('text', { default: 'none' })
  action: CheckAction;

  @Column('uuid', { nullable: true })
  actedBy: string | null;

  @Column('timestamptz', { nullable: true })
  actedAt: Date | null;

  @Column('jsonb', { default: [] })
  reasons: Reason[];

  /** What the source was asked. */
  @Column('jsonb', { nullable: true })
  query: Record<string, unknown> | null;

  /** What it answered, as received, cut at a limit. */
  @Column('text', { nullable: true, select: false })
  answer: string | null;

  /** SHA-256 of the whole answer. */
  @Column('bytea', { nullable: true })
  answerHash: Buffer | null;

  @Column('text', { nullable: true })
  sourceVersion: string | null;

  @Column('jsonb', { default: [] })
  fields: ComparedField[];

  @Column('integer', { default: 0 })
  attempts: number;

  /** When it may be put to a source that could not be asked; null while it does not wait for that. */
  @Column('timestamptz', { nullable: true })
  nextTryAt: Date | null;

  @Column('timestamptz', { nullable: true })
  waitingSince: Date | null;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { Reason } from '@himpun/kernel';
import type { SuspicionState } from './duplicate-suspicion.states';

/** Two people who may be one. The pair stands in the order of ids, once. */
@Entity('duplicate_suspicions')
export class DuplicateSuspicion extends VersionedColumns {
  @Column('uuid')
  firstPersonId: string;

  @Column('uuid')
  secondPersonId: string;

  /** 0 to 1. */
  @Column('numeric')
  score: string;

  @Column('jsonb')
  reasons: Reason[];

  @Column('text', { array: true })
  signals: string[];

  @Column('text', { default: 'open' })
  state: SuspicionState;

  /** The last decision; it stays in sight when news opens the pair again. */
  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('text', { nullable: true })
  decidedReason: string | null;

  /** What spoke for it when it was dismissed. */
  @Column('text', { array: true, default: [] })
  dismissedSignals: string[];

  @Column('uuid', { nullable: true })
  mergeId: string | null;
}

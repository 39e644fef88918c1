import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { MergeChange, MergeChoices } from './merge-plan';

/** Two people found to be one: who stays, who became a tombstone, who said so and why, and whether it was undone. */
@Entity('person_merges')
export class PersonMerge extends BaseColumns {
  @Column('uuid')
  survivorId: string;

  @Column('uuid')
  mergedId: string;

  @Column('uuid')
  mergedBy: string;

  @Column('text')
  reason: string;

  /** What the officer chose where the two differed. */
  @Column('jsonb')
  choices: MergeChoices;

  @Column('timestamptz')
  undoUntil: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;

  @Column('uuid', { nullable: true })
  undoneBy: string | null;

  @Column('text', { nullable: true })
  undoneReason: string | null;

  /** What had changed since and was left as it was. */
  @Column('jsonb', { nullable: true })
  leftAlone: MergeChange[] | null;
}

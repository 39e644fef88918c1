import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act: who did what to which record, when and why. Append-only by trigger. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  actorKind: 'person' | 'system' | 'bot';

  @Column('uuid', { nullable: true })
  actorAccountId: string | null;

  @Column('uuid', { nullable: true })
  actorPersonId: string | null;

  @Column('text')
  actorLabel: string;

  /** Library or noun and past tense: `application.approved`. */
  @Column('text')
  action: string;

  @Column('text')
  subjectType: string;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('uuid', { nullable: true })
  groupId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb', { default: {} })
  details: Record<string, unknown>;
}

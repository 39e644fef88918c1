import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What may be read: a file's content, a national id, what was disclosed. */
export type PrivateSubject = 'file' | 'national_id' | 'disclosure';

/** Somebody else than its owner read what is private. Append-only by trigger; shown to the owner. */
@Entity('private_reads')
export class PrivateRead {
  /** UUIDv7: sorts by time. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid')
  ownerPersonId: string;

  @Column('text')
  subjectType: PrivateSubject;

  @Column('uuid')
  subjectId: string;

  @Column('text')
  readerKind: 'person' | 'system';

  @Column('uuid', { nullable: true })
  readerPersonId: string | null;

  /** As the reader was called then. */
  @Column('text')
  readerLabel: string;

  /** `case_review` and `source_check` for what the portal knows by itself, else the reader's words. */
  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  groupId: string | null;

  /** The case it was for, e.g. `application`. */
  @Column('text', { nullable: true })
  originType: string | null;

  @Column('uuid', { nullable: true })
  originId: string | null;
}

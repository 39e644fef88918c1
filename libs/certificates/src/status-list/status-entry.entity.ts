import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One certificate's bit in a list; the primary key refuses two certificates at one position. */
@Entity('status_entries')
export class StatusEntry {
  @PrimaryColumn('uuid')
  statusListId: string;

  /** 0 to 131,071, drawn at random so that it tells nothing of the order of issue. */
  @PrimaryColumn('integer')
  position: number;

  @Column('uuid', { unique: true })
  certificateId: string;

  /** The bit is set from this instant on. */
  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}

import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';

/** One edition of a group's code of ethics. Published whole and never changed: `textHash` fixes its text. */
@Entity('codes')
export class Code extends BaseColumns {
  @Column('uuid')
  groupId: string;

  /** From 1, rising with each publication; the highest is current. */
  @Column('integer')
  edition: number;

  @Column('text')
  titleId: string;

  @Column('text')
  titleEn: string;

  @Column('text', { default: '' })
  preambleId: string;

  @Column('text', { default: '' })
  preambleEn: string;

  /** SHA-256 over the canonical text (`canonicalText`), lower-case hex. */
  @Column('text')
  textHash: string;

  /** The last day for members to acknowledge it; null for first editions and those of the past. */
  @Column('date', { nullable: true })
  acknowledgeBy: LocalDate | null;

  /** What changed, in the publisher's words. */
  @Column('text', { nullable: true })
  changesId: string | null;

  @Column('text', { nullable: true })
  changesEn: string | null;

  /** Null when the installation itself published it. */
  @Column('uuid', { nullable: true })
  publishedBy: string | null;
}

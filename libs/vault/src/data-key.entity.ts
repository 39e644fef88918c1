import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** `content` seals values and the keys of files; `index` makes blind indexes for search and never seals anything. */
export type KeyPurpose = 'content' | 'index';

/** One is active per purpose; a retired one still opens; a destroyed one opens nothing any more, and its row stays. */
export type KeyState = 'active' | 'retired' | 'destroyed';

/** A key that seals what is private; itself sealed with the key derived from HIMPUN_SECRET. */
@Entity('data_keys')
export class DataKey extends BaseColumns {
  @Column('text')
  purpose: KeyPurpose;

  @Column('text')
  state: KeyState;

  /** Null once destroyed. */
  @Column('bytea', { nullable: true })
  sealed: Buffer | null;

  /** Tells which secret sealed it. */
  @Column('text')
  secretMark: string;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  /** Since then everything is sealed with this key or a newer one; null while a rotation to it is under way. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}

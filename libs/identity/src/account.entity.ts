import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { Language } from '@himpun/kernel';

/** How a person signs in. */
@Entity('accounts')
export class Account extends VersionedColumns {
  @Column('uuid', { unique: true })
  personId: string;

  /** Lower case, at most 254 characters (RFC 5321). */
  @Column('text', { unique: true })
  email: string;

  /** Argon2id in PHC form; null until a password is set. */
  @Column('text', { nullable: true, select: false })
  passwordHash: string | null;

  @Column('timestamptz', { nullable: true })
  emailConfirmedAt: Date | null;

  @Column('text', { default: 'id' })
  language: Language;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}

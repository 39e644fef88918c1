import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The fingerprint of one audit entry, written by trigger beside it, and its place in the hash chain once sealed. */
@Entity('audit_seals')
export class AuditSeal {
  @PrimaryColumn('uuid')
  entryId: string;

  /** SHA-256 of the entry as `audit_digest` writes it. */
  @Column('bytea')
  digest: Buffer;

  @Column('bigint', { nullable: true })
  sealNo: string | null;

  /** SHA-256 of the previous chain value followed by this digest; 32 zero bytes stand before the first. */
  @Column('bytea', { nullable: true })
  chain: Buffer | null;

  @Column('timestamptz', { nullable: true })
  sealedAt: Date | null;
}

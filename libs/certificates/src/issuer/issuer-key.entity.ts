import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** An Ed25519 key that the portal signs with, or signed with before; at most one is not retired. */
@Entity('issuer_keys')
export class IssuerKey extends BaseColumns {
  /** Multikey, `z6Mk…`; public. */
  @Column('text', { unique: true })
  publicKeyMultibase: string;

  /** PKCS #8, sealed with AES-256-GCM: nonce (12 bytes), tag (16 bytes), ciphertext. */
  @Column('bytea')
  sealedPrivateKey: Buffer;

  /** From here on nothing new is signed with it; what it signed before keeps holding. */
  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;
}

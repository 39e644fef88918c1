import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that shows what a credential claims. */
@Entity('credential_evidence')
export class CredentialEvidence {
  @PrimaryColumn('uuid')
  credentialId: string;

  @PrimaryColumn('uuid')
  fileId: string;

  @Column('timestamptz')
  createdAt: Date;
}

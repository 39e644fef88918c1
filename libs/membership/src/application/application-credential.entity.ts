import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A credential that the applicant offers for a requirement. */
@Entity('application_credentials')
export class ApplicationCredential {
  @PrimaryColumn('uuid')
  applicationId: string;

  @PrimaryColumn('text')
  requirementId: string;

  @PrimaryColumn('uuid')
  credentialId: string;

  @Column('timestamptz')
  createdAt: Date;
}

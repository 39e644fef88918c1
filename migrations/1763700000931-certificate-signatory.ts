import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signed a certificate by name and office; certificates that take the place of others; finding them by name. */
export class CertificateSignatory1763700000931 implements MigrationInterface {
  name = 'CertificateSignatory1763700000931';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificates
        ADD COLUMN signatory_name text,
        ADD COLUMN signatory_office_id text,
        ADD COLUMN signatory_office_en text,
        ADD COLUMN replaced_by uuid UNIQUE REFERENCES certificates (id) DEFERRABLE INITIALLY DEFERRED,
        ADD CHECK ((signatory_name IS NULL) = (signatory_office_id IS NULL)),
        ADD CHECK ((signatory_name IS NULL) = (signatory_office_en IS NULL)),
        ADD CONSTRAINT certificates_replaced_are_revoked CHECK (replaced_by IS NULL OR state = 'revoked');
      ALTER TABLE certificates DROP CONSTRAINT certificates_subject_once;
      CREATE UNIQUE INDEX certificates_subject_once ON certificates (subject_type, subject_id, kind)
        WHERE replaced_by IS NULL;
      CREATE INDEX certificates_recipient ON certificates USING gin (searchable(recipient_name) gin_trgm_ops);
      CREATE INDEX certificates_issued ON certificates (issued_at DESC, id DESC);
    `);
  }

  // Certificates that were replaced stay reachable by their codes: only the older rule of one per subject cannot hold them
  // under the subject that their successors have.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE certificates SET subject_type = 'replaced_' || subject_type, subject_id = id WHERE replaced_by IS NOT NULL;
      DROP INDEX certificates_issued, certificates_recipient, certificates_subject_once;
      ALTER TABLE certificates
        DROP COLUMN signatory_name, DROP COLUMN signatory_office_id, DROP COLUMN signatory_office_en,
        DROP COLUMN replaced_by,
        ADD CONSTRAINT certificates_subject_once UNIQUE (subject_type, subject_id, kind);
    `);
  }
}

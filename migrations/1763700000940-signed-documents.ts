import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A credential may be a signed PDF; a group may believe a root certificate, and under it certain signers. */
export class SignedDocuments1763700000940 implements MigrationInterface {
  name = 'SignedDocuments1763700000940';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credentials
        DROP CONSTRAINT credentials_signed_container_check, DROP CONSTRAINT credentials_signed_text_check,
        ADD CONSTRAINT credentials_signed_container_check
          CHECK (signed_container IN ('json', 'jwt', 'png', 'svg', 'jpeg', 'pdf')),
        ADD CONSTRAINT credentials_signed_text_check
          CHECK (length(signed_text) <= CASE signed_container WHEN 'pdf' THEN 14000000 ELSE 2000000 END);
      ALTER TABLE trusted_issuers
        ADD COLUMN root_certificate text CHECK (length(root_certificate) <= 20000),
        ADD COLUMN signers text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT trusted_issuers_root_check
          CHECK ((root_certificate IS NOT NULL) = starts_with(issuer, 'x509:'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE credentials SET signed_text = NULL, signed_container = NULL, signed_sha256 = NULL, signed_facts = NULL
        WHERE signed_container = 'pdf';
      ALTER TABLE credentials
        DROP CONSTRAINT credentials_signed_container_check, DROP CONSTRAINT credentials_signed_text_check,
        ADD CONSTRAINT credentials_signed_container_check
          CHECK (signed_container IN ('json', 'jwt', 'png', 'svg', 'jpeg')),
        ADD CONSTRAINT credentials_signed_text_check CHECK (length(signed_text) <= 2000000);
      ALTER TABLE trusted_issuers DROP CONSTRAINT trusted_issuers_root_check,
        DROP COLUMN root_certificate, DROP COLUMN signers;
    `);
  }
}

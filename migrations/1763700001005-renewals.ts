import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credentials renewed outside an application: which one a new one follows, and for which group it counts since when. */
export class Renewals1763700001005 implements MigrationInterface {
  name = 'Renewals1763700001005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credentials ADD COLUMN renews_id uuid REFERENCES credentials (id);
      CREATE UNIQUE INDEX credentials_renewal_draft ON credentials (renews_id)
        WHERE renews_id IS NOT NULL AND state = 'draft';

      CREATE TABLE credential_renewals (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        credential_id uuid NOT NULL REFERENCES credentials (id),
        follows_id uuid NOT NULL REFERENCES credentials (id),
        group_id uuid NOT NULL REFERENCES groups (id),
        confirmed_at timestamptz,
        CONSTRAINT credential_renewals_once UNIQUE (credential_id, group_id),
        CHECK (credential_id <> follows_id)
      );
      CREATE INDEX credential_renewals_follows ON credential_renewals (follows_id, group_id);

      ALTER TABLE standing_cases DROP CONSTRAINT standing_cases_change_check,
        ADD CONSTRAINT standing_cases_change_check CHECK (change IN
          ('revoked', 'suspended', 'expired', 'mismatch', 'differs', 'not_found', 'restored', 'late', 'renewal'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE standing_cases SET change = 'differs' WHERE change = 'renewal';
      ALTER TABLE standing_cases DROP CONSTRAINT standing_cases_change_check,
        ADD CONSTRAINT standing_cases_change_check CHECK (change IN
          ('revoked', 'suspended', 'expired', 'mismatch', 'differs', 'not_found', 'restored', 'late'));
      DROP TABLE credential_renewals;
      DROP INDEX credentials_renewal_draft;
      ALTER TABLE credentials DROP COLUMN renews_id;
    `);
  }
}

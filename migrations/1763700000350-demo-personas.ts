import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions change their token when powers rise; the made-up people of demonstration mode. */
export class DemoPersonas1763700000350 implements MigrationInterface {
  name = 'DemoPersonas1763700000350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN renewed_at timestamptz,
        ADD COLUMN previous_token_hash bytea UNIQUE,
        ADD CHECK (previous_token_hash IS NULL OR renewed_at IS NOT NULL);

      CREATE TABLE demo_personas (
        key text PRIMARY KEY
          CHECK (key IN ('applicant', 'verification_officer', 'chair', 'trainer', 'member', 'volunteer')),
        account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        position integer NOT NULL UNIQUE,
        role_id text NOT NULL,
        role_en text NOT NULL,
        description_id text NOT NULL DEFAULT '',
        description_en text NOT NULL DEFAULT ''
      );
      CREATE INDEX demo_personas_account ON demo_personas (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE demo_personas;
      ALTER TABLE sessions DROP COLUMN previous_token_hash, DROP COLUMN renewed_at;
    `);
  }
}

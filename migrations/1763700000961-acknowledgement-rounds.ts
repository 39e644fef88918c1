import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when an edition of a code is to be acknowledged, what changed in it, and who was asked when. */
export class AcknowledgementRounds1763700000961 implements MigrationInterface {
  name = 'AcknowledgementRounds1763700000961';

  // Editions of the past have no last day: nobody is asked anew for what was published before.
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE codes ADD COLUMN acknowledge_by date, ADD COLUMN changes_id text, ADD COLUMN changes_en text,
        ADD CONSTRAINT codes_changes_in_both CHECK ((changes_id IS NULL) = (changes_en IS NULL));
      CREATE TABLE acknowledgement_requests (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        code_id uuid NOT NULL REFERENCES codes (id),
        person_id uuid NOT NULL REFERENCES people (id),
        days_before integer CHECK (days_before BETWEEN 0 AND 365),
        CONSTRAINT acknowledgement_requests_once UNIQUE NULLS NOT DISTINCT (code_id, person_id, days_before)
      );
      CREATE INDEX acknowledgements_code ON acknowledgements (code_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX acknowledgements_code;
      DROP TABLE acknowledgement_requests;
      ALTER TABLE codes DROP CONSTRAINT codes_changes_in_both, DROP COLUMN changes_en, DROP COLUMN changes_id,
        DROP COLUMN acknowledge_by;
    `);
  }
}

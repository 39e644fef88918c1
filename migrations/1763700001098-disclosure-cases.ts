import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member's own disclosure opens a case about standing. */
export class DisclosureCases1763700001098 implements MigrationInterface {
  name = 'DisclosureCases1763700001098';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standing_cases ADD COLUMN disclosure_id uuid UNIQUE REFERENCES disclosures (id),
        DROP CONSTRAINT standing_cases_change_check,
        ADD CONSTRAINT standing_cases_change_check CHECK (change IN ('revoked', 'suspended', 'expired', 'mismatch',
          'differs', 'not_found', 'restored', 'late', 'renewal', 'disclosed')),
        DROP CONSTRAINT standing_cases_check3,
        ADD CONSTRAINT standing_cases_about CHECK (num_nonnulls(check_id, code_id, disclosure_id) = 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM standing_cases WHERE disclosure_id IS NOT NULL;
      ALTER TABLE standing_cases DROP CONSTRAINT standing_cases_about, DROP COLUMN disclosure_id,
        ADD CONSTRAINT standing_cases_check3 CHECK ((check_id IS NULL) <> (code_id IS NULL)),
        DROP CONSTRAINT standing_cases_change_check,
        ADD CONSTRAINT standing_cases_change_check CHECK (change IN
          ('revoked', 'suspended', 'expired', 'mismatch', 'differs', 'not_found', 'restored', 'late', 'renewal'));
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A check that could not run says why (unavailable, refused), and suspended is an outcome of its own. */
export class CheckWords1763700000945 implements MigrationInterface {
  name = 'CheckWords1763700000945';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE checks DROP CONSTRAINT checks_run_state_check, DROP CONSTRAINT checks_outcome_check;
      UPDATE checks SET run_state =
        CASE WHEN reasons->0->>'code' IN ('source_refused', 'address_refused') THEN 'refused' ELSE 'unavailable' END
        WHERE run_state = 'could_not_run';
      ALTER TABLE checks
        ADD CONSTRAINT checks_run_state_check
          CHECK (run_state IN ('queued', 'running', 'ran', 'not_covered', 'unavailable', 'refused')),
        ADD CONSTRAINT checks_outcome_check CHECK (${outcomes([...OUTCOMES, 'suspended'])});
      ALTER TABLE check_reviews DROP CONSTRAINT check_reviews_outcome_check,
        ADD CONSTRAINT check_reviews_outcome_check CHECK (${outcomes([...OUTCOMES, 'suspended'])});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE checks DROP CONSTRAINT checks_run_state_check, DROP CONSTRAINT checks_outcome_check;
      UPDATE checks SET run_state = 'could_not_run' WHERE run_state IN ('unavailable', 'refused');
      UPDATE checks SET outcome = 'revoked' WHERE outcome = 'suspended';
      ALTER TABLE checks
        ADD CONSTRAINT checks_run_state_check
          CHECK (run_state IN ('queued', 'running', 'ran', 'could_not_run', 'not_covered')),
        ADD CONSTRAINT checks_outcome_check CHECK (${outcomes(OUTCOMES)});
      ALTER TABLE check_reviews DROP CONSTRAINT check_reviews_outcome_check;
      ALTER TABLE check_reviews DISABLE TRIGGER check_reviews_append_only;
      UPDATE check_reviews SET outcome = 'revoked' WHERE outcome = 'suspended';
      ALTER TABLE check_reviews ENABLE TRIGGER check_reviews_append_only,
        ADD CONSTRAINT check_reviews_outcome_check CHECK (${outcomes(OUTCOMES)});
    `);
  }
}

const OUTCOMES = ['match', 'partial', 'mismatch', 'not_found', 'expired', 'revoked'];

function outcomes(names: readonly string[]): string {
  return `outcome IN (${names.map((name) => `'${name}'`).join(', ')})`;
}

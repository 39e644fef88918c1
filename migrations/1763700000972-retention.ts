import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long evidence is kept, by version of a rule; what stops its deletion; what is kept of what was deleted. */
export class Retention1763700000972 implements MigrationInterface {
  name = 'Retention1763700000972';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE admission_rules ADD COLUMN retention jsonb NOT NULL
        DEFAULT '{"rejectedDays": 365, "withdrawnDays": 365, "formerMemberDays": 365}'
        CHECK (jsonb_typeof(retention) = 'object');

      ALTER TABLE files ADD COLUMN erased_at timestamptz, ADD COLUMN erased_reason text,
        ADD CONSTRAINT files_erased_whole CHECK (erased_at IS NULL OR (deleted_at IS NOT NULL AND erased_reason IS NOT NULL));
      CREATE INDEX files_erased ON files (owner_person_id, erased_at) WHERE erased_at IS NOT NULL;

      CREATE TABLE retention_holds (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        person_id uuid NOT NULL REFERENCES people (id),
        group_id uuid NOT NULL REFERENCES groups (id),
        kind text NOT NULL CHECK (kind IN ('legal', 'appeal', 'inquiry')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
        placed_by uuid REFERENCES people (id),
        released_at timestamptz,
        released_by uuid REFERENCES people (id)
      );
      CREATE INDEX retention_holds_open ON retention_holds (person_id) WHERE released_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE retention_holds;
      ALTER TABLE files DROP COLUMN erased_at, DROP COLUMN erased_reason;
      ALTER TABLE admission_rules DROP COLUMN retention;
    `);
  }
}

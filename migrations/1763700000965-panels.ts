import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes a decision by the rules, the votes of those who take it together, and how a decision came about. */
export class Panels1763700000965 implements MigrationInterface {
  name = 'Panels1763700000965';

  async up(runner: QueryRunner): Promise<void> {
    // A constant default fills published rules without touching their rows, which nothing may update.
    await runner.query(`
      ALTER TABLE admission_rules ADD COLUMN decision jsonb NOT NULL DEFAULT '{"kind": "officer"}'
        CONSTRAINT admission_rules_decision CHECK (decision ->> 'kind' IN ('officer', 'two_persons', 'panel'));
      ALTER TABLE decisions ADD COLUMN process jsonb,
        ADD COLUMN process_hash text CHECK (process_hash ~ '^[0-9a-f]{64}$'),
        ADD CONSTRAINT decisions_process CHECK ((process IS NULL) = (process_hash IS NULL));

      CREATE TABLE decision_votes (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        position bigint GENERATED ALWAYS AS IDENTITY,
        application_id uuid NOT NULL REFERENCES applications (id),
        voter_id uuid NOT NULL REFERENCES people (id),
        vote text NOT NULL CHECK (vote IN ('approve', 'reject', 'abstain')),
        reason_codes text[] NOT NULL,
        note text NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
        waivers jsonb NOT NULL DEFAULT '[]',
        rule_id uuid NOT NULL REFERENCES admission_rules (id),
        submission integer NOT NULL,
        facts_hash text NOT NULL CHECK (facts_hash ~ '^[0-9a-f]{64}$'),
        CHECK ((vote = 'abstain') = (cardinality(reason_codes) = 0)),
        CHECK (vote <> 'abstain' OR note <> '')
      );
      CREATE INDEX decision_votes_application ON decision_votes (application_id, voter_id, position DESC);
      CREATE TRIGGER decision_votes_append_only BEFORE UPDATE OR DELETE ON decision_votes
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER decision_votes_no_truncate BEFORE TRUNCATE ON decision_votes
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE decision_votes;
      ALTER TABLE decisions DROP CONSTRAINT decisions_process, DROP COLUMN process_hash, DROP COLUMN process;
      ALTER TABLE admission_rules DROP CONSTRAINT admission_rules_decision, DROP COLUMN decision;
    `);
  }
}

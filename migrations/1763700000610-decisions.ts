import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions with all they rested on, declared conflicts of interest, and what memberships point to. */
export class Decisions1763700000610 implements MigrationInterface {
  name = 'Decisions1763700000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decisions (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        application_id uuid NOT NULL REFERENCES applications (id),
        outcome text NOT NULL CHECK (outcome IN ('approved', 'rejected')),
        reason_codes text[] NOT NULL CHECK (cardinality(reason_codes) >= 1),
        note text NOT NULL DEFAULT '',
        rule_id uuid NOT NULL REFERENCES admission_rules (id),
        facts jsonb NOT NULL,
        facts_hash text NOT NULL CHECK (facts_hash ~ '^[0-9a-f]{64}$'),
        results jsonb NOT NULL,
        decided_on date NOT NULL,
        decided_by uuid NOT NULL REFERENCES people (id),
        CONSTRAINT decisions_one_per_application UNIQUE (application_id)
      );
      CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE ON decisions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER decisions_no_truncate BEFORE TRUNCATE ON decisions
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE review_conflicts (
        application_id uuid NOT NULL REFERENCES applications (id),
        person_id uuid NOT NULL REFERENCES people (id),
        created_at timestamptz NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
        PRIMARY KEY (application_id, person_id)
      );
      CREATE TRIGGER review_conflicts_append_only BEFORE UPDATE OR DELETE ON review_conflicts
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      ALTER TABLE memberships
        ADD CONSTRAINT memberships_grade FOREIGN KEY (grade_id, group_id) REFERENCES grades (id, group_id),
        ADD CONSTRAINT memberships_application FOREIGN KEY (application_id) REFERENCES applications (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE memberships DROP CONSTRAINT memberships_application, DROP CONSTRAINT memberships_grade;
      DROP TABLE review_conflicts, decisions;
    `);
  }
}

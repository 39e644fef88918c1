import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications: one open per person and group; what was submitted and what was sent back stay for good. */
export class Applications1763700000550 implements MigrationInterface {
  name = 'Applications1763700000550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credential_evidence ADD CONSTRAINT credential_evidence_file
        FOREIGN KEY (file_id) REFERENCES files (id);

      CREATE SEQUENCE application_numbers;

      CREATE TABLE applications (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        reference text NOT NULL CHECK (reference ~ '^P-[0-9]{4}-[0-9]{6,}$'),
        person_id uuid NOT NULL REFERENCES people (id),
        group_id uuid NOT NULL,
        grade_id uuid NOT NULL,
        rule_id uuid NOT NULL REFERENCES admission_rules (id),
        state text NOT NULL CHECK (state IN
          ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'admitted')),
        answers jsonb NOT NULL DEFAULT '{}',
        submitted_at timestamptz,
        decided_at timestamptz,
        assigned_to uuid REFERENCES people (id),
        returned jsonb,
        FOREIGN KEY (grade_id, group_id) REFERENCES grades (id, group_id),
        CONSTRAINT applications_reference_unique UNIQUE (reference),
        CHECK ((state = 'returned') = (returned IS NOT NULL)),
        CHECK (submitted_at IS NOT NULL OR state IN ('draft', 'withdrawn')),
        CHECK ((decided_at IS NOT NULL) = (state IN ('approved', 'rejected', 'admitted')))
      );
      CREATE UNIQUE INDEX applications_one_open ON applications (person_id, group_id)
        WHERE state IN ('draft', 'submitted', 'returned', 'approved');
      CREATE INDEX applications_queue ON applications (group_id, state, submitted_at);
      CREATE INDEX applications_person ON applications (person_id, created_at);

      CREATE TABLE application_credentials (
        application_id uuid NOT NULL REFERENCES applications (id),
        requirement_id text NOT NULL,
        credential_id uuid NOT NULL REFERENCES credentials (id),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (application_id, requirement_id, credential_id)
      );
      CREATE INDEX application_credentials_credential ON application_credentials (credential_id);

      CREATE TABLE application_submissions (
        application_id uuid NOT NULL REFERENCES applications (id),
        number integer NOT NULL CHECK (number >= 1),
        submitted_at timestamptz NOT NULL,
        rule_id uuid NOT NULL REFERENCES admission_rules (id),
        content jsonb NOT NULL,
        PRIMARY KEY (application_id, number)
      );
      CREATE TRIGGER application_submissions_append_only BEFORE UPDATE OR DELETE ON application_submissions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER application_submissions_no_truncate BEFORE TRUNCATE ON application_submissions
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE application_submissions, application_credentials, applications;
      DROP SEQUENCE application_numbers;
      ALTER TABLE credential_evidence DROP CONSTRAINT credential_evidence_file;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploaded files and who may see them; grades, and the admission rules of each in fixed, numbered versions. */
export class FilesRules1763700000400 implements MigrationInterface {
  name = 'FilesRules1763700000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        owner_person_id uuid NOT NULL REFERENCES people (id),
        purpose text NOT NULL CHECK (purpose IN ('evidence', 'credential', 'import')),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 800),
        media_type text NOT NULL,
        size integer NOT NULL CHECK (size > 0),
        sha256 bytea NOT NULL CHECK (length(sha256) = 32),
        storage_key uuid NOT NULL UNIQUE,
        deleted_at timestamptz
      );
      CREATE INDEX files_owner ON files (owner_person_id) WHERE deleted_at IS NULL;

      CREATE TABLE file_sights (
        file_id uuid NOT NULL REFERENCES files (id),
        group_id uuid NOT NULL REFERENCES groups (id),
        group_path uuid[] NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (file_id, group_id)
      );

      CREATE TABLE grades (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        group_id uuid NOT NULL REFERENCES groups (id),
        code text NOT NULL CHECK (code ~ '^[a-z0-9]+(_[a-z0-9]+)*$'),
        name_id text NOT NULL,
        name_en text NOT NULL,
        number_pattern text NOT NULL,
        position integer NOT NULL DEFAULT 0,
        CONSTRAINT grades_code_unique UNIQUE (group_id, code),
        CONSTRAINT grades_of_group UNIQUE (id, group_id)
      );

      CREATE TABLE admission_rules (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        group_id uuid NOT NULL,
        grade_id uuid NOT NULL,
        version integer NOT NULL CHECK (version >= 1),
        requirements jsonb NOT NULL CHECK (jsonb_typeof(requirements) = 'array'),
        published_at timestamptz NOT NULL,
        published_by uuid REFERENCES people (id),
        text_hash bytea NOT NULL CHECK (length(text_hash) = 32),
        FOREIGN KEY (grade_id, group_id) REFERENCES grades (id, group_id),
        CONSTRAINT admission_rules_version_unique UNIQUE (grade_id, version)
      );
      CREATE TRIGGER admission_rules_append_only BEFORE UPDATE OR DELETE ON admission_rules
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER admission_rules_no_truncate BEFORE TRUNCATE ON admission_rules
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE admission_rules, grades, file_sights, files;');
  }
}

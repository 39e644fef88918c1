import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of people that an officer has verified at once: the file while it waits, its rows, and what each source said of each. */
export class VerificationLists1763700000980 implements MigrationInterface {
  name = 'VerificationLists1763700000980';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE verification_lists (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        group_id uuid NOT NULL REFERENCES groups (id),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        state text NOT NULL CHECK (state IN ('refused', 'draft', 'running', 'cancelled', 'finished')),
        file_name text NOT NULL,
        file_size integer NOT NULL,
        file_sha256 bytea NOT NULL,
        format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
        encoding text NOT NULL,
        mapping jsonb NOT NULL,
        dates text NOT NULL,
        authority text,
        profession text,
        row_count integer NOT NULL DEFAULT 0,
        error_count integer NOT NULL DEFAULT 0,
        report jsonb NOT NULL DEFAULT '{}',
        coverage bytea,
        created_by uuid REFERENCES people (id),
        started_by uuid REFERENCES people (id),
        started_at timestamptz,
        ended_at timestamptz,
        erased_at timestamptz,
        CHECK ((state IN ('cancelled', 'finished')) = (ended_at IS NOT NULL)),
        CHECK (state IN ('refused', 'draft') OR started_at IS NOT NULL)
      );
      CREATE INDEX verification_lists_group ON verification_lists (group_id, id);
      CREATE INDEX verification_lists_running ON verification_lists (id) WHERE state = 'running';

      CREATE TABLE verification_list_files (
        id uuid PRIMARY KEY,
        list_id uuid NOT NULL REFERENCES verification_lists (id) ON DELETE CASCADE,
        seq integer NOT NULL,
        sealed bytea NOT NULL,
        sealed_with uuid NOT NULL REFERENCES data_keys (id),
        UNIQUE (list_id, seq)
      );
      CREATE INDEX verification_list_files_key ON verification_list_files (sealed_with);

      CREATE TABLE verification_list_problems (
        list_id uuid NOT NULL REFERENCES verification_lists (id) ON DELETE CASCADE,
        place integer NOT NULL,
        row_no integer,
        heading text,
        code text NOT NULL,
        value text,
        PRIMARY KEY (list_id, place)
      );

      CREATE TABLE verification_list_rows (
        id uuid PRIMARY KEY,
        list_id uuid NOT NULL REFERENCES verification_lists (id) ON DELETE CASCADE,
        row_no integer NOT NULL,
        key text NOT NULL,
        number text NOT NULL,
        name text NOT NULL,
        birth_date date,
        authority text NOT NULL,
        profession text,
        valid_until date,
        UNIQUE (list_id, row_no)
      );

      CREATE TABLE verification_list_sources (
        list_id uuid NOT NULL REFERENCES verification_lists (id) ON DELETE CASCADE,
        source text NOT NULL,
        next_try_at timestamptz,
        waiting_since timestamptz,
        announced_at timestamptz,
        PRIMARY KEY (list_id, source)
      );

      CREATE TABLE verification_list_answers (
        id uuid PRIMARY KEY,
        list_id uuid NOT NULL REFERENCES verification_lists (id) ON DELETE CASCADE,
        row_id uuid NOT NULL REFERENCES verification_list_rows (id) ON DELETE CASCADE,
        row_no integer NOT NULL,
        source text NOT NULL,
        run_state text NOT NULL
          CHECK (run_state IN ('queued', 'running', 'ran', 'not_covered', 'unavailable', 'refused')),
        outcome text
          CHECK (outcome IN ('match', 'partial', 'mismatch', 'not_found', 'expired', 'revoked', 'suspended')),
        reasons jsonb NOT NULL DEFAULT '[]',
        fields jsonb NOT NULL DEFAULT '[]',
        query jsonb,
        answer text,
        answer_hash bytea,
        source_version text,
        attempts integer NOT NULL DEFAULT 0,
        taken_by uuid,
        taken_until timestamptz,
        next_try_at timestamptz,
        started_at timestamptz,
        ended_at timestamptz,
        CONSTRAINT verification_list_answers_once UNIQUE (row_id, source),
        CHECK ((run_state = 'running') = (taken_by IS NOT NULL)),
        CHECK ((run_state = 'running') = (taken_until IS NOT NULL)),
        CHECK ((run_state IN ('queued', 'running')) = (ended_at IS NULL))
      );
      CREATE INDEX verification_list_answers_list ON verification_list_answers (list_id, row_no);
      CREATE INDEX verification_list_answers_open ON verification_list_answers (list_id, source, row_no)
        WHERE run_state IN ('queued', 'running');
      CREATE INDEX verification_list_answers_ended ON verification_list_answers (list_id, ended_at)
        WHERE ended_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE verification_list_answers, verification_list_sources, verification_list_rows,
        verification_list_problems, verification_list_files, verification_lists;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How sources answer, answers kept for the same question, sources a group does not use, and checks that wait for a source. */
export class SourceHealth1763700000946 implements MigrationInterface {
  name = 'SourceHealth1763700000946';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source_health (
        source text PRIMARY KEY,
        state text NOT NULL DEFAULT 'closed' CHECK (state IN ('closed', 'open')),
        in_row integer NOT NULL DEFAULT 0,
        asked integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        window_began timestamptz,
        opened_at timestamptz,
        open_until timestamptz,
        probe_until timestamptz,
        opens integer NOT NULL DEFAULT 0,
        last_error text,
        CHECK ((state = 'open') = (open_until IS NOT NULL))
      );
      CREATE TABLE source_hours (
        source text NOT NULL,
        hour timestamptz NOT NULL,
        ending text NOT NULL,
        count integer NOT NULL,
        ms float8 NOT NULL,
        slowest_ms float8 NOT NULL,
        cost float8 NOT NULL,
        last_at timestamptz NOT NULL,
        PRIMARY KEY (source, hour, ending)
      );
      CREATE TABLE source_answers (
        key bytea PRIMARY KEY,
        source text NOT NULL,
        answer jsonb NOT NULL,
        received_at timestamptz NOT NULL,
        until timestamptz NOT NULL
      );
      CREATE INDEX source_answers_until ON source_answers (until);
      CREATE TABLE group_sources (
        group_id uuid NOT NULL REFERENCES groups (id),
        source text NOT NULL,
        used boolean NOT NULL,
        PRIMARY KEY (group_id, source)
      );
      ALTER TABLE checks ADD COLUMN next_try_at timestamptz, ADD COLUMN waiting_since timestamptz;
      CREATE INDEX checks_waiting ON checks (next_try_at) WHERE next_try_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX checks_waiting;
      ALTER TABLE checks DROP COLUMN next_try_at, DROP COLUMN waiting_since;
      DROP TABLE group_sources, source_answers, source_hours, source_health;
    `);
  }
}

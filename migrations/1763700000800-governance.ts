import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices, their seats, and dated terms: never two holders of one seat at a time. */
export class Governance1763700000800 implements MigrationInterface {
  name = 'Governance1763700000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE offices (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        group_id uuid NOT NULL REFERENCES groups (id),
        code text NOT NULL CHECK (code ~ '^[a-z]+(_[a-z]+)*$'),
        name_id text NOT NULL,
        name_en text NOT NULL,
        powers text[] NOT NULL,
        position integer NOT NULL DEFAULT 0,
        CONSTRAINT offices_code_unique UNIQUE (group_id, code)
      );

      CREATE TABLE seats (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        office_id uuid NOT NULL REFERENCES offices (id),
        number integer NOT NULL CHECK (number >= 1),
        CONSTRAINT seats_number_unique UNIQUE (office_id, number)
      );

      CREATE TABLE terms (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        seat_id uuid NOT NULL REFERENCES seats (id),
        person_id uuid NOT NULL REFERENCES people (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        appointed_by uuid REFERENCES people (id),
        reason text NOT NULL DEFAULT '',
        ended_early_at timestamptz,
        ended_early_reason text,
        CHECK (ends_at >= starts_at),
        CHECK ((ended_early_at IS NULL) = (ended_early_reason IS NULL)),
        CONSTRAINT terms_one_holder EXCLUDE USING gist (seat_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
      );
      CREATE INDEX terms_person ON terms (person_id, ends_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terms, seats, offices;');
  }
}

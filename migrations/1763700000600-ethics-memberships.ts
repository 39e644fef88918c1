import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes of ethics that cannot change once published, their acknowledgements, and memberships with their dated periods. */
export class EthicsMemberships1763700000600 implements MigrationInterface {
  name = 'EthicsMemberships1763700000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE codes (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        group_id uuid NOT NULL REFERENCES groups (id),
        edition integer NOT NULL CHECK (edition >= 1),
        title_id text NOT NULL,
        title_en text NOT NULL,
        preamble_id text NOT NULL DEFAULT '',
        preamble_en text NOT NULL DEFAULT '',
        text_hash text NOT NULL CHECK (text_hash ~ '^[0-9a-f]{64}$'),
        published_by uuid REFERENCES people (id),
        CONSTRAINT codes_edition_unique UNIQUE (group_id, edition)
      );

      CREATE TABLE code_clauses (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        code_id uuid NOT NULL REFERENCES codes (id),
        position integer NOT NULL CHECK (position >= 1),
        heading_id text NOT NULL,
        heading_en text NOT NULL,
        text_id text NOT NULL,
        text_en text NOT NULL,
        must_acknowledge boolean NOT NULL,
        CONSTRAINT code_clauses_position_unique UNIQUE (code_id, position)
      );

      CREATE TABLE acknowledgements (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        person_id uuid NOT NULL REFERENCES people (id),
        code_id uuid NOT NULL REFERENCES codes (id),
        text_hash text NOT NULL,
        language text NOT NULL CHECK (language IN ('id', 'en')),
        clause_ids uuid[] NOT NULL,
        CONSTRAINT acknowledgements_once UNIQUE (person_id, code_id)
      );

      CREATE TRIGGER codes_append_only BEFORE UPDATE OR DELETE ON codes
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER code_clauses_append_only BEFORE UPDATE OR DELETE ON code_clauses
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER acknowledgements_append_only BEFORE UPDATE OR DELETE ON acknowledgements
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER acknowledgements_no_truncate BEFORE TRUNCATE ON acknowledgements
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE member_number_counters (
        group_id uuid NOT NULL REFERENCES groups (id),
        year integer NOT NULL,
        last integer NOT NULL CHECK (last >= 1),
        PRIMARY KEY (group_id, year)
      );

      CREATE TABLE memberships (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        person_id uuid NOT NULL REFERENCES people (id),
        group_id uuid NOT NULL REFERENCES groups (id),
        grade_id uuid NOT NULL,
        number text NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
        card_code text NOT NULL CONSTRAINT memberships_card_code_unique UNIQUE,
        application_id uuid CONSTRAINT memberships_application_unique UNIQUE,
        CONSTRAINT memberships_number_unique UNIQUE (group_id, number),
        CONSTRAINT memberships_one_per_group UNIQUE (person_id, group_id)
      );
      CREATE INDEX memberships_group ON memberships (group_id, number);

      CREATE TABLE membership_periods (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        membership_id uuid NOT NULL REFERENCES memberships (id),
        status text NOT NULL CHECK (status IN
          ('active', 'grace', 'lapsed', 'leave', 'resigned', 'transferred', 'suspended', 'expelled', 'deceased')),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz,
        reason text NOT NULL DEFAULT '',
        CHECK (ends_at IS NULL OR ends_at >= starts_at),
        CONSTRAINT membership_periods_one_status
          EXCLUDE USING gist (membership_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
      );

      CREATE FUNCTION memberships_keep_number() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.number <> OLD.number OR NEW.card_code <> OLD.card_code
           OR NEW.person_id <> OLD.person_id OR NEW.group_id <> OLD.group_id THEN
          RAISE EXCEPTION 'a membership keeps its person, group, number and card' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER memberships_number_kept BEFORE UPDATE OR DELETE ON memberships
        FOR EACH ROW EXECUTE FUNCTION memberships_keep_number();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE membership_periods, memberships, member_number_counters;
      DROP FUNCTION memberships_keep_number;
      DROP TABLE acknowledgements, code_clauses, codes;
    `);
  }
}

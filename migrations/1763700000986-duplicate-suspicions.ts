import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pairs of people who may be one, the keys by which they are found, and marks on those to be looked at. */
export class DuplicateSuspicions1763700000986 implements MigrationInterface {
  name = 'DuplicateSuspicions1763700000986';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUSPICIONS);
    await runner.query(MARKS);
    await runner.query('INSERT INTO person_match_marks (person_id) SELECT id FROM people ORDER BY id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER people_marked ON people;
      DROP TRIGGER accounts_marked ON accounts;
      DROP TRIGGER credentials_marked ON credentials;
      DROP TRIGGER national_ids_marked ON national_ids;
      DROP FUNCTION mark_person, mark_owner;
      DROP TABLE duplicate_suspicions, person_match_keys, person_match_marks;
    `);
  }
}

const SUSPICIONS = `
  CREATE TABLE duplicate_suspicions (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    first_person_id uuid NOT NULL REFERENCES people (id),
    second_person_id uuid NOT NULL REFERENCES people (id),
    score numeric(3, 2) NOT NULL CHECK (score BETWEEN 0 AND 1),
    reasons jsonb NOT NULL CHECK (jsonb_typeof(reasons) = 'array'),
    signals text[] NOT NULL CHECK (cardinality(signals) >= 1),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'dismissed', 'merged')),
    decided_at timestamptz,
    decided_by uuid REFERENCES people (id),
    decided_reason text CHECK (length(decided_reason) BETWEEN 1 AND 2000),
    dismissed_signals text[] NOT NULL DEFAULT '{}',
    merge_id uuid REFERENCES person_merges (id),
    CONSTRAINT duplicate_suspicions_pair UNIQUE (first_person_id, second_person_id),
    CONSTRAINT duplicate_suspicions_ordered CHECK (first_person_id < second_person_id),
    CHECK (state = 'open' OR decided_at IS NOT NULL),
    CHECK ((state = 'merged') = (merge_id IS NOT NULL))
  );
  CREATE INDEX duplicate_suspicions_open ON duplicate_suspicions (score DESC, id) WHERE state = 'open';
  CREATE INDEX duplicate_suspicions_second ON duplicate_suspicions (second_person_id);

  CREATE TABLE person_match_keys (
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind text NOT NULL,
    key text NOT NULL,
    PRIMARY KEY (person_id, kind, key)
  );
  CREATE INDEX person_match_keys_key ON person_match_keys (kind, key);
`;

// Marks are only ever added by writers: a mark of one's own is no row that a search under way could hold.
const MARKS = `
  CREATE TABLE person_match_marks (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE
  );

  CREATE FUNCTION mark_person() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO person_match_marks (person_id) VALUES (NEW.id);
    RETURN NULL;
  END $$;
  CREATE FUNCTION mark_owner() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'DELETE' THEN
      INSERT INTO person_match_marks (person_id) VALUES (NEW.person_id);
    END IF;
    IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.person_id <> NEW.person_id) THEN
      INSERT INTO person_match_marks (person_id) SELECT id FROM people WHERE id = OLD.person_id;
    END IF;
    RETURN NULL;
  END $$;

  CREATE TRIGGER people_marked
    AFTER INSERT OR UPDATE OF full_name, certificate_name, birth_date, phone, merged_into_id ON people
    FOR EACH ROW EXECUTE FUNCTION mark_person();
  CREATE TRIGGER accounts_marked AFTER INSERT OR DELETE OR UPDATE OF email, person_id, disabled_at ON accounts
    FOR EACH ROW EXECUTE FUNCTION mark_owner();
  CREATE TRIGGER credentials_marked AFTER INSERT OR DELETE OR UPDATE OF number, authority, state, person_id ON credentials
    FOR EACH ROW EXECUTE FUNCTION mark_owner();
  CREATE TRIGGER national_ids_marked AFTER INSERT OR DELETE OR UPDATE OF blind_index, person_id ON national_ids
    FOR EACH ROW EXECUTE FUNCTION mark_owner();
`;

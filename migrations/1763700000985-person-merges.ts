import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merges of people with a journal of every value they changed, and what reads follow from a merged person to the survivor. */
export class PersonMerges1763700000985 implements MigrationInterface {
  name = 'PersonMerges1763700000985';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MERGES);
    await runner.query(READING);
    await runner.query(MEMBERSHIPS_MOVE);
    await runner.query(ONCE_PER_PERSON);
    for (const table of NO_NEWS) {
      await runner.query(`CREATE TRIGGER ${table}_of_present_person BEFORE INSERT ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_merged_person()`);
    }
  }

  /** Refused while a merge stands: without its journal it could not be undone any more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM people WHERE merged_into_id IS NOT NULL) THEN
          RAISE EXCEPTION 'people are merged: undo the merges first';
        END IF;
        IF EXISTS (SELECT 1 FROM national_ids GROUP BY kind, country, blind_index
          HAVING blind_index IS NOT NULL AND count(*) > 1) THEN
          RAISE EXCEPTION 'a national id stands with two people: settle that first';
        END IF;
      END $$;
    `);
    for (const table of NO_NEWS) await runner.query(`DROP TRIGGER ${table}_of_present_person ON ${table}`);
    await runner.query(MEMBERSHIPS_STAY);
    await runner.query(`
      ALTER TABLE accounts DROP CONSTRAINT accounts_person_id_key, ADD CONSTRAINT accounts_person_id_key UNIQUE (person_id);
      DROP INDEX national_ids_same_number;
      ALTER TABLE national_ids DROP CONSTRAINT national_ids_one_per_kind,
        ADD CONSTRAINT national_ids_one_per_kind UNIQUE (person_id, kind, country),
        ADD CONSTRAINT national_ids_of_one_person UNIQUE (kind, country, blind_index);
      DROP VIEW person_groups;
      DROP FUNCTION refuse_merged_person, same_person, present_person, merge_allows;
      DROP TABLE person_merge_changes, person_merges;
      ALTER TABLE people DROP COLUMN merged_into_id;
    `);
  }
}

const MERGES = `
  ALTER TABLE people ADD COLUMN merged_into_id uuid REFERENCES people (id),
    ADD CONSTRAINT people_merged_into_another CHECK (merged_into_id <> id);
  CREATE INDEX people_merged ON people (merged_into_id) WHERE merged_into_id IS NOT NULL;

  CREATE TABLE person_merges (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    survivor_id uuid NOT NULL REFERENCES people (id),
    merged_id uuid NOT NULL REFERENCES people (id),
    merged_by uuid NOT NULL REFERENCES people (id),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    choices jsonb NOT NULL,
    undo_until timestamptz NOT NULL,
    undone_at timestamptz,
    undone_by uuid REFERENCES people (id),
    undone_reason text CHECK (length(undone_reason) BETWEEN 1 AND 2000),
    left_alone jsonb,
    CHECK (survivor_id <> merged_id),
    CHECK ((undone_at IS NULL) = (undone_reason IS NULL)),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CHECK ((undone_at IS NULL) = (left_alone IS NULL))
  );
  CREATE UNIQUE INDEX person_merges_one_at_a_time ON person_merges (merged_id) WHERE undone_at IS NULL;
  CREATE INDEX person_merges_survivor ON person_merges (survivor_id);

  CREATE TABLE person_merge_changes (
    merge_id uuid NOT NULL REFERENCES person_merges (id),
    position integer NOT NULL CHECK (position >= 1),
    table_name text NOT NULL,
    row_key jsonb NOT NULL,
    column_name text NOT NULL,
    before text,
    after text,
    PRIMARY KEY (merge_id, position)
  );
  CREATE INDEX person_merge_changes_row ON person_merge_changes (table_name, (row_key ->> 'id'));
  CREATE TRIGGER person_merge_changes_append_only BEFORE UPDATE OR DELETE ON person_merge_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER person_merge_changes_no_truncate BEFORE TRUNCATE ON person_merge_changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

// The lock makes a writer wait for a merge under way; afterwards the row no longer fits the condition.
const READING = `
  CREATE FUNCTION same_person(person uuid) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT ARRAY(SELECT person UNION ALL SELECT p.id FROM people p WHERE p.merged_into_id = person) $$;
  CREATE FUNCTION present_person(person uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce((SELECT p.merged_into_id FROM people p WHERE p.id = person), person) $$;

  CREATE FUNCTION refuse_merged_person() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM people WHERE id = NEW.person_id AND merged_into_id IS NULL FOR KEY SHARE;
    IF NOT FOUND AND EXISTS (SELECT 1 FROM people WHERE id = NEW.person_id) THEN
      RAISE EXCEPTION 'person % was merged into another', NEW.person_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;

  CREATE VIEW person_groups AS
    SELECT m.person_id, g.id AS group_id, g.path, g.name_id, g.name_en
    FROM memberships m JOIN groups g ON g.id = m.group_id
    UNION SELECT a.person_id, g.id, g.path, g.name_id, g.name_en
    FROM applications a JOIN groups g ON g.id = a.group_id WHERE a.submitted_at IS NOT NULL;
`;

/** Nothing new is written down for somebody who was merged. */
const NO_NEWS = [
  'access_grants',
  'acknowledgements',
  'applications',
  'certificates',
  'credentials',
  'memberships',
  'national_ids',
  'terms',
];

const KEPT = `NEW.number <> OLD.number OR NEW.card_code <> OLD.card_code OR NEW.group_id <> OLD.group_id`;

const keepNumber = (person: string): string => `
  CREATE OR REPLACE FUNCTION memberships_keep_number() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR ${KEPT} OR ${person} THEN
      RAISE EXCEPTION 'a membership keeps its person, group, number and card' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
`;

const MEMBERSHIPS_MOVE = `
  CREATE FUNCTION merge_allows(of_table text, row_id uuid, was uuid, becomes uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM person_merge_changes c JOIN person_merges m ON m.id = c.merge_id
      WHERE c.table_name = of_table AND c.row_key ->> 'id' = row_id::text AND c.column_name = 'person_id'
        AND CASE WHEN m.undone_at IS NULL THEN c.before = was::text AND c.after = becomes::text
          ELSE c.after = was::text AND c.before = becomes::text END)
  $$;
  ${keepNumber(`NEW.person_id <> OLD.person_id AND NOT merge_allows('memberships', OLD.id, OLD.person_id, NEW.person_id)`)}
`;
const MEMBERSHIPS_STAY = keepNumber('NEW.person_id <> OLD.person_id');

// Checked at the end of a statement, so that two people's rows can change places in one. And the same number may stand
// with two people: that is how the second entry of one person is found, and it tells whoever typed it nothing.
const ONCE_PER_PERSON = `
  ALTER TABLE accounts DROP CONSTRAINT accounts_person_id_key,
    ADD CONSTRAINT accounts_person_id_key UNIQUE (person_id) DEFERRABLE;
  ALTER TABLE national_ids DROP CONSTRAINT national_ids_of_one_person, DROP CONSTRAINT national_ids_one_per_kind,
    ADD CONSTRAINT national_ids_one_per_kind UNIQUE (person_id, kind, country) DEFERRABLE;
  CREATE INDEX national_ids_same_number ON national_ids (blind_index) WHERE blind_index IS NOT NULL;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activities, their places, registrations and waitlist, attendance, and the ledger of credits. */
export class Programmes1763700000900 implements MigrationInterface {
  name = 'Programmes1763700000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACTIVITIES);
    await runner.query(PLACES);
    await runner.query(RELEASE_PLACE);
    await runner.query(CREDITS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION release_place;
      DROP TABLE credit_entries, credit_targets, attendances, registrations, activity_places, activity_credits,
        credit_domains, activity_sessions, activities;
    `);
  }
}

const ACTIVITIES = `
  CREATE TABLE activities (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    group_id uuid NOT NULL REFERENCES groups (id),
    kind text NOT NULL CHECK (kind IN ('training', 'seminar', 'workshop', 'service')),
    state text NOT NULL CHECK (state IN ('draft', 'published', 'cancelled')),
    audience text NOT NULL CHECK (audience IN ('public', 'members')),
    title_id text NOT NULL CHECK (length(title_id) BETWEEN 1 AND 200),
    title_en text NOT NULL CHECK (length(title_en) BETWEEN 1 AND 200),
    about_id text NOT NULL DEFAULT '',
    about_en text NOT NULL DEFAULT '',
    place text,
    link text,
    zone text NOT NULL DEFAULT 'Asia/Jakarta',
    trainer_person_id uuid REFERENCES people (id),
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    required_share integer NOT NULL DEFAULT 100 CHECK (required_share BETWEEN 1 AND 100),
    cancel_reason text,
    search_title text NOT NULL GENERATED ALWAYS AS (searchable(title_id || ' ' || title_en)) STORED,
    CHECK (closes_at > opens_at),
    CHECK (ends_at > starts_at),
    CHECK (place IS NOT NULL OR link IS NOT NULL)
  );
  CREATE INDEX activities_ahead ON activities (ends_at) WHERE state = 'published';
  CREATE INDEX activities_group ON activities (group_id);
  CREATE INDEX activities_trainer ON activities (trainer_person_id) WHERE trainer_person_id IS NOT NULL;
  CREATE INDEX activities_search ON activities USING gin (search_title gin_trgm_ops);

  CREATE TABLE activity_sessions (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    activity_id uuid NOT NULL REFERENCES activities (id),
    position integer NOT NULL CHECK (position >= 1),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CHECK (ends_at > starts_at)
  );
  CREATE INDEX activity_sessions_activity ON activity_sessions (activity_id, position);

  CREATE TABLE credit_domains (
    code text PRIMARY KEY CHECK (code ~ '^[a-z_]+$'),
    name_id text NOT NULL,
    name_en text NOT NULL,
    position integer NOT NULL
  );
  INSERT INTO credit_domains (code, name_id, name_en, position) VALUES
    ('practice', 'Praktik profesi', 'Professional practice', 1),
    ('ethics', 'Etika dan hukum', 'Ethics and law', 2),
    ('leadership', 'Kepemimpinan dan organisasi', 'Leadership and organisation', 3),
    ('service', 'Pengabdian masyarakat', 'Community service', 4);

  CREATE TABLE activity_credits (
    activity_id uuid NOT NULL REFERENCES activities (id),
    domain text NOT NULL REFERENCES credit_domains (code),
    hours numeric(5, 1) NOT NULL CHECK (hours > 0),
    PRIMARY KEY (activity_id, domain)
  );
`;

// What decides a registration stands in one narrow row that no index covers beyond its key: updates stay on their page.
// `opens_at` is null unless the activity is published, so that one comparison on the locked row refuses all the rest.
const PLACES = `
  CREATE TABLE activity_places (
    activity_id uuid PRIMARY KEY REFERENCES activities (id),
    capacity integer NOT NULL CHECK (capacity BETWEEN 1 AND 100000),
    taken integer NOT NULL DEFAULT 0,
    waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
    arrivals integer NOT NULL DEFAULT 0,
    members_only boolean NOT NULL,
    opens_at timestamptz,
    closes_at timestamptz,
    CONSTRAINT activity_places_never_oversold CHECK (taken BETWEEN 0 AND capacity),
    CONSTRAINT activity_places_passed_on CHECK (waiting = 0 OR taken = capacity)
  ) WITH (fillfactor = 20, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);

  CREATE TABLE registrations (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    activity_id uuid NOT NULL REFERENCES activity_places (activity_id),
    person_id uuid NOT NULL REFERENCES people (id),
    state text NOT NULL CHECK (state IN ('confirmed', 'waitlisted', 'cancelled')),
    arrival integer NOT NULL,
    code text NOT NULL,
    passed_on_at timestamptz,
    cancelled_at timestamptz,
    certificate_id uuid REFERENCES certificates (id),
    CONSTRAINT registrations_code_unique UNIQUE (code),
    CONSTRAINT registrations_arrival_unique UNIQUE (activity_id, arrival),
    CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX registrations_one_live ON registrations (person_id, activity_id) WHERE state <> 'cancelled';
  CREATE INDEX registrations_waiting ON registrations (activity_id, arrival) WHERE state = 'waitlisted';

  CREATE TABLE attendances (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    registration_id uuid NOT NULL REFERENCES registrations (id),
    session_id uuid NOT NULL REFERENCES activity_sessions (id),
    way text NOT NULL CHECK (way IN ('code', 'name', 'room')),
    recorded_by uuid REFERENCES people (id),
    CONSTRAINT attendances_once UNIQUE (registration_id, session_id)
  );
  CREATE INDEX attendances_session ON attendances (session_id);
`;

// Each statement of a volatile function sees what was committed before it began: the first waitlisted is looked for after
// the places row is ours, and all of it costs one round trip.
const RELEASE_PLACE = `
  CREATE FUNCTION release_place(leaving uuid, at timestamptz)
  RETURNS TABLE (registration_id uuid, person_id uuid, state text) LANGUAGE plpgsql AS $$
  DECLARE
    place uuid;
    seated boolean;
    next_id uuid;
  BEGIN
    SELECT r.activity_id INTO place FROM registrations r WHERE r.id = leaving;
    PERFORM 1 FROM activity_places p WHERE p.activity_id = place FOR NO KEY UPDATE;
    SELECT r.state = 'confirmed' INTO seated FROM registrations r WHERE r.id = leaving AND r.state <> 'cancelled';
    IF NOT FOUND THEN
      RETURN;
    END IF;
    RETURN QUERY UPDATE registrations r SET state = 'cancelled', cancelled_at = at WHERE r.id = leaving
      RETURNING r.id, r.person_id, r.state;
    IF NOT seated THEN
      UPDATE activity_places p SET waiting = p.waiting - 1 WHERE p.activity_id = place;
      RETURN;
    END IF;
    SELECT r.id INTO next_id FROM registrations r
      WHERE r.activity_id = place AND r.state = 'waitlisted' ORDER BY r.arrival LIMIT 1;
    IF FOUND THEN
      RETURN QUERY UPDATE registrations r SET state = 'confirmed', passed_on_at = at WHERE r.id = next_id
        RETURNING r.id, r.person_id, r.state;
      UPDATE activity_places p SET waiting = p.waiting - 1 WHERE p.activity_id = place;
    ELSE
      UPDATE activity_places p SET taken = p.taken - 1 WHERE p.activity_id = place;
    END IF;
  END $$;
`;

const CREDITS = `
  CREATE TABLE credit_entries (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    person_id uuid NOT NULL REFERENCES people (id),
    activity_id uuid REFERENCES activities (id),
    registration_id uuid REFERENCES registrations (id),
    domain text NOT NULL REFERENCES credit_domains (code),
    ordinal integer NOT NULL CHECK (ordinal >= 1),
    kind text NOT NULL CHECK (kind IN ('attendance', 'correction')),
    hours numeric(6, 1) NOT NULL CHECK (hours <> 0),
    earned_on date NOT NULL,
    reason text,
    CHECK (kind = 'correction' OR hours > 0),
    CONSTRAINT credit_entries_once UNIQUE (registration_id, domain, ordinal)
  );
  CREATE INDEX credit_entries_person ON credit_entries (person_id, earned_on DESC);
  CREATE TRIGGER credit_entries_append_only BEFORE UPDATE OR DELETE ON credit_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER credit_entries_no_truncate BEFORE TRUNCATE ON credit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE credit_targets (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    group_id uuid NOT NULL REFERENCES groups (id),
    valid_from date NOT NULL,
    hours_per_year numeric(5, 1) NOT NULL CHECK (hours_per_year > 0),
    UNIQUE (group_id, valid_from)
  );
`;

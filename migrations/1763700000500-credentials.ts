import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credentials with their evidence, checks of them at sources, registers of authorities, and trusted issuers. */
export class Credentials1763700000500 implements MigrationInterface {
  name = 'Credentials1763700000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREDENTIALS);
    await runner.query(REGISTERS);
    await runner.query(CHECKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE check_reviews, checks, trusted_issuers;
      ALTER TABLE registers DROP CONSTRAINT registers_current_import;
      DROP TABLE register_entries, register_import_chunks, register_imports, registers;
      DROP TABLE credential_evidence, credentials;
    `);
  }
}

const CREDENTIALS = `
  CREATE TABLE credentials (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    person_id uuid NOT NULL REFERENCES people (id),
    kind text NOT NULL CHECK (kind IN ('education', 'licence', 'certification', 'experience')),
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'presented', 'withdrawn')),
    holder_name text NOT NULL DEFAULT '' CHECK (length(holder_name) <= 800),
    title text CHECK (length(title) <= 300),
    institution text CHECK (length(institution) <= 300),
    level integer CHECK (level BETWEEN 1 AND 9),
    field text CHECK (length(field) <= 300),
    number text CHECK (length(number) <= 100),
    authority text CHECK (length(authority) <= 300),
    profession text CHECK (length(profession) <= 300),
    valid_from date,
    valid_until date,
    started_on date,
    ended_on date,
    signed_text text CHECK (length(signed_text) <= 2000000),
    signed_container text CHECK (signed_container IN ('json', 'jwt', 'png', 'svg', 'jpeg')),
    signed_sha256 bytea,
    signed_facts jsonb,
    CHECK ((signed_text IS NULL) = (signed_container IS NULL)),
    CHECK ((signed_text IS NULL) = (signed_sha256 IS NULL)),
    CHECK ((signed_text IS NULL) = (signed_facts IS NULL))
  );
  CREATE INDEX credentials_person ON credentials (person_id) WHERE state <> 'withdrawn';

  CREATE TABLE credential_evidence (
    credential_id uuid NOT NULL REFERENCES credentials (id),
    file_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (credential_id, file_id)
  );
`;

const REGISTERS = `
  CREATE TABLE registers (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    group_id uuid NOT NULL REFERENCES groups (id),
    authority text NOT NULL CHECK (length(authority) BETWEEN 1 AND 300),
    authority_key text NOT NULL,
    name_id text NOT NULL,
    name_en text NOT NULL,
    current_import_id uuid,
    CONSTRAINT registers_authority_unique UNIQUE (group_id, authority_key)
  );

  CREATE TABLE register_imports (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    register_id uuid NOT NULL REFERENCES registers (id),
    number integer NOT NULL CHECK (number >= 1),
    state text NOT NULL CHECK (state IN ('checked', 'refused', 'confirmed', 'current', 'superseded')),
    file_name text NOT NULL,
    file_size integer NOT NULL,
    file_sha256 bytea NOT NULL,
    mapping jsonb NOT NULL,
    delimiter text NOT NULL,
    row_count integer NOT NULL,
    error_count integer NOT NULL,
    report jsonb NOT NULL,
    imported_rows integer NOT NULL DEFAULT 0,
    uploaded_by uuid REFERENCES people (id),
    confirmed_by uuid REFERENCES people (id),
    confirmed_at timestamptz,
    finished_at timestamptz,
    CONSTRAINT register_imports_number_unique UNIQUE (register_id, number)
  );
  CREATE UNIQUE INDEX register_imports_one_current ON register_imports (register_id) WHERE state = 'current';
  CREATE UNIQUE INDEX register_imports_one_running ON register_imports (register_id) WHERE state = 'confirmed';
  ALTER TABLE registers ADD CONSTRAINT registers_current_import
    FOREIGN KEY (current_import_id) REFERENCES register_imports (id);

  CREATE TABLE register_import_chunks (
    import_id uuid NOT NULL REFERENCES register_imports (id) ON DELETE CASCADE,
    seq integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (import_id, seq)
  );

  CREATE TABLE register_entries (
    import_id uuid NOT NULL REFERENCES register_imports (id) ON DELETE CASCADE,
    row_no integer NOT NULL,
    number text NOT NULL,
    number_key text NOT NULL,
    name text NOT NULL,
    birth_date date,
    profession text,
    status text NOT NULL CHECK (status IN ('active', 'expired', 'suspended', 'revoked')),
    valid_from date,
    valid_until date,
    PRIMARY KEY (import_id, row_no)
  );
  CREATE INDEX register_entries_number ON register_entries (import_id, number_key);
`;

const CHECKS = `
  CREATE TABLE trusted_issuers (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    group_id uuid NOT NULL REFERENCES groups (id),
    issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    name text NOT NULL,
    kinds text[] NOT NULL CHECK (kinds <@ ARRAY['education', 'licence', 'certification', 'experience']),
    key_thumbprints text[] NOT NULL DEFAULT '{}',
    list_issuers text[] NOT NULL DEFAULT '{}',
    reason text NOT NULL,
    added_by uuid REFERENCES people (id),
    ended_at timestamptz,
    ended_reason text,
    CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
  );
  CREATE UNIQUE INDEX trusted_issuers_open ON trusted_issuers (group_id, issuer) WHERE ended_at IS NULL;

  CREATE TABLE checks (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    credential_id uuid NOT NULL REFERENCES credentials (id),
    credential_version integer NOT NULL,
    person_id uuid NOT NULL REFERENCES people (id),
    group_id uuid NOT NULL REFERENCES groups (id),
    origin_type text NOT NULL,
    origin_id uuid NOT NULL,
    source text NOT NULL,
    claim jsonb NOT NULL,
    run_state text NOT NULL CHECK (run_state IN ('queued', 'running', 'ran', 'could_not_run', 'not_covered')),
    outcome text CHECK (outcome IN ('match', 'partial', 'mismatch', 'not_found', 'expired', 'revoked')),
    action text NOT NULL DEFAULT 'none' CHECK (action IN ('none', 'needs_person', 'done')),
    acted_by uuid REFERENCES people (id),
    acted_at timestamptz,
    reasons jsonb NOT NULL DEFAULT '[]',
    query jsonb,
    answer text,
    answer_hash bytea,
    source_version text,
    fields jsonb NOT NULL DEFAULT '[]',
    attempts integer NOT NULL DEFAULT 0,
    started_at timestamptz,
    ended_at timestamptz,
    CONSTRAINT checks_once UNIQUE (credential_id, credential_version, source, origin_type, origin_id),
    CHECK ((run_state IN ('queued', 'running')) = (ended_at IS NULL)),
    CHECK (outcome IS NOT NULL OR run_state <> 'ran'),
    CHECK ((answer IS NULL) = (answer_hash IS NULL))
  );
  CREATE INDEX checks_origin ON checks (origin_type, origin_id);
  CREATE INDEX checks_open ON checks (created_at) WHERE ended_at IS NULL;

  CREATE TABLE check_reviews (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL,
    check_id uuid NOT NULL REFERENCES checks (id),
    reviewer_id uuid NOT NULL REFERENCES people (id),
    verdict text NOT NULL CHECK (verdict IN ('confirm', 'override')),
    outcome text NOT NULL CHECK (outcome IN ('match', 'partial', 'mismatch', 'not_found', 'expired', 'revoked')),
    outcome_before text,
    answer_hash bytea,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000)
  );
  CREATE INDEX check_reviews_check ON check_reviews (check_id, created_at);
  CREATE TRIGGER check_reviews_append_only BEFORE UPDATE OR DELETE ON check_reviews
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER check_reviews_no_truncate BEFORE TRUNCATE ON check_reviews
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

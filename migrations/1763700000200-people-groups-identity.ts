import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, the tree of groups, accounts, sessions and dated access grants. */
export class PeopleGroupsIdentity1763700000200 implements MigrationInterface {
  name = 'PeopleGroupsIdentity1763700000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE people (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 800),
        title_before text,
        title_after text,
        certificate_name text,
        birth_date date,
        phone text CHECK (phone ~ '^\\+[1-9][0-9]{5,14}$'),
        region text,
        search_name text NOT NULL GENERATED ALWAYS AS (searchable(full_name)) STORED
      );
      CREATE INDEX people_search_name ON people USING gin (search_name gin_trgm_ops);

      CREATE TABLE groups (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        parent_id uuid REFERENCES groups (id),
        path uuid[] NOT NULL,
        kind text NOT NULL CHECK (kind IN ('professional', 'volunteer')),
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name_id text NOT NULL,
        name_en text NOT NULL,
        short_name text NOT NULL,
        about_id text NOT NULL DEFAULT '',
        about_en text NOT NULL DEFAULT '',
        zone text NOT NULL DEFAULT 'Asia/Jakarta',
        primary_color text CHECK (primary_color ~ '^#[0-9a-f]{6}$'),
        logo_file_id uuid,
        CHECK (path[array_length(path, 1)] = id),
        CHECK ((parent_id IS NULL) = (array_length(path, 1) = 1)),
        CHECK (parent_id IS NULL OR parent_id = path[array_length(path, 1) - 1])
      );
      CREATE INDEX groups_path ON groups USING gin (path);

      CREATE TABLE accounts (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        person_id uuid NOT NULL UNIQUE REFERENCES people (id),
        email text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
        password_hash text,
        email_confirmed_at timestamptz,
        language text NOT NULL DEFAULT 'id' CHECK (language IN ('id', 'en')),
        disabled_at timestamptz,
        CONSTRAINT accounts_email_unique UNIQUE (email)
      );

      CREATE TABLE account_tokens (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('confirm_email', 'reset_password')),
        token_hash bytea NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        voided_at timestamptz
      );
      CREATE INDEX account_tokens_open ON account_tokens (account_id, purpose)
        WHERE used_at IS NULL AND voided_at IS NULL;

      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        user_agent text NOT NULL DEFAULT '',
        ip text NOT NULL DEFAULT ''
      );
      CREATE INDEX sessions_account ON sessions (account_id) WHERE ended_at IS NULL;

      CREATE TABLE access_grants (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        person_id uuid NOT NULL REFERENCES people (id),
        power text NOT NULL CHECK (power ~ '^[a-z_]+\\.[a-z_]+$'),
        group_id uuid NOT NULL REFERENCES groups (id),
        valid_from timestamptz NOT NULL,
        valid_until timestamptz,
        origin_type text NOT NULL,
        origin_id uuid NOT NULL,
        CHECK (valid_until IS NULL OR valid_until >= valid_from),
        UNIQUE (origin_type, origin_id, power, group_id)
      );
      CREATE INDEX access_grants_person ON access_grants (person_id, valid_from, valid_until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_grants, sessions, account_tokens, accounts, groups, people;');
  }
}

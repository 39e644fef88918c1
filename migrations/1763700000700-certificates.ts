import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing keys of the issuer, certificates, and the lists that say which of them are revoked. */
export class Certificates1763700000700 implements MigrationInterface {
  name = 'Certificates1763700000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE issuer_keys (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        public_key_multibase text NOT NULL UNIQUE,
        sealed_private_key bytea NOT NULL,
        retired_at timestamptz
      );
      CREATE UNIQUE INDEX issuer_keys_one_current ON issuer_keys ((true)) WHERE retired_at IS NULL;

      CREATE TABLE certificates (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        code text NOT NULL CHECK (code ~ '^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$'),
        kind text NOT NULL CHECK (kind IN ('attendance', 'membership')),
        person_id uuid NOT NULL REFERENCES people (id),
        recipient_name text NOT NULL CHECK (length(recipient_name) BETWEEN 1 AND 1000),
        group_id uuid NOT NULL REFERENCES groups (id),
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        title_id text NOT NULL,
        title_en text NOT NULL,
        description_id text NOT NULL,
        description_en text NOT NULL,
        criteria_id text NOT NULL,
        criteria_en text NOT NULL,
        details jsonb NOT NULL DEFAULT '[]',
        issued_at timestamptz NOT NULL,
        valid_until timestamptz,
        state text NOT NULL CHECK (state IN ('pending', 'issued', 'revoked')),
        credential jsonb,
        signed_at timestamptz,
        revoked_at timestamptz,
        revoked_reason text,
        CONSTRAINT certificates_code_unique UNIQUE (code),
        CONSTRAINT certificates_subject_once UNIQUE (subject_type, subject_id, kind),
        CHECK (valid_until IS NULL OR valid_until > issued_at),
        CHECK ((credential IS NULL) = (signed_at IS NULL)),
        CHECK (state <> 'issued' OR credential IS NOT NULL),
        CHECK (state <> 'pending' OR credential IS NULL),
        CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
        CHECK ((state = 'revoked') = (revoked_reason IS NOT NULL))
      );
      CREATE INDEX certificates_person ON certificates (person_id, issued_at DESC);
      CREATE INDEX certificates_group ON certificates (group_id);

      CREATE TABLE status_lists (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        filled_at timestamptz,
        signed_credential jsonb,
        signed_revision integer,
        signed_at timestamptz,
        CHECK ((signed_credential IS NULL) = (signed_at IS NULL)),
        CHECK ((signed_credential IS NULL) = (signed_revision IS NULL))
      );
      CREATE UNIQUE INDEX status_lists_one_open ON status_lists ((true)) WHERE filled_at IS NULL;

      CREATE TABLE status_entries (
        status_list_id uuid NOT NULL REFERENCES status_lists (id),
        position integer NOT NULL CHECK (position BETWEEN 0 AND 131071),
        certificate_id uuid NOT NULL UNIQUE REFERENCES certificates (id),
        revoked_at timestamptz,
        PRIMARY KEY (status_list_id, position)
      );
      CREATE INDEX status_entries_revoked ON status_entries (status_list_id) WHERE revoked_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE status_entries, status_lists, certificates, issuer_keys;');
  }
}

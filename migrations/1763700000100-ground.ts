import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, idempotency keys, audit trail: what every later table leans on. */
export class Ground1763700000100 implements MigrationInterface {
  name = 'Ground1763700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      CREATE FUNCTION searchable(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        AS $$ SELECT lower(public.unaccent('public.unaccent', value)) $$;

      CREATE TABLE outbox_messages (
        id uuid PRIMARY KEY,
        type text NOT NULL CHECK (type ~ '^[a-z_]+\\.[a-z_]+$'),
        payload jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        relayed_at timestamptz
      );
      CREATE INDEX outbox_messages_unrelayed ON outbox_messages (id) WHERE relayed_at IS NULL;

      CREATE TABLE outbox_deliveries (
        message_id uuid NOT NULL REFERENCES outbox_messages (id) ON DELETE CASCADE,
        queue text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'done', 'dead')),
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        last_error text,
        queued_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (message_id, queue),
        CHECK ((state = 'queued') = (ended_at IS NULL))
      );
      CREATE INDEX outbox_deliveries_open ON outbox_deliveries (queued_at) WHERE state = 'queued';
      CREATE INDEX outbox_deliveries_dead ON outbox_deliveries (ended_at) WHERE state = 'dead';

      CREATE TABLE idempotency_keys (
        account_id uuid NOT NULL,
        route text NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
        request_hash bytea NOT NULL,
        status integer,
        body jsonb,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        PRIMARY KEY (account_id, route, key)
      );
      CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

      CREATE TABLE audit_entries (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'system')),
        actor_account_id uuid,
        actor_person_id uuid,
        actor_label text NOT NULL,
        action text NOT NULL CHECK (action ~ '^[a-z_]+\\.[a-z_]+$'),
        subject_type text NOT NULL,
        subject_id uuid,
        group_id uuid,
        reason text,
        details jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX audit_entries_subject ON audit_entries (subject_type, subject_id, at DESC);
      CREATE INDEX audit_entries_at ON audit_entries (at DESC);

      CREATE TABLE audit_seals (
        entry_id uuid PRIMARY KEY,
        digest bytea NOT NULL,
        seal_no bigint UNIQUE,
        chain bytea,
        sealed_at timestamptz,
        CHECK ((seal_no IS NULL) = (chain IS NULL)),
        CHECK ((seal_no IS NULL) = (sealed_at IS NULL))
      );
      CREATE INDEX audit_seals_open ON audit_seals (entry_id) WHERE seal_no IS NULL;

      CREATE FUNCTION audit_digest(entry audit_entries) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT sha256(convert_to(jsonb_build_array(
          entry.id, extract(epoch FROM entry.at), entry.actor_kind, entry.actor_account_id, entry.actor_person_id,
          entry.actor_label, entry.action, entry.subject_type, entry.subject_id, entry.group_id, entry.reason,
          entry.details)::text, 'UTF8'))
      $$;

      CREATE FUNCTION audit_note_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO audit_seals (entry_id, digest) VALUES (NEW.id, audit_digest(NEW));
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_entries_noted AFTER INSERT ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION audit_note_entry();

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION audit_seal_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.seal_no IS NOT NULL OR NEW.entry_id <> OLD.entry_id OR NEW.digest <> OLD.digest THEN
          RAISE EXCEPTION 'audit_seals is append-only' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_seals_once BEFORE UPDATE OR DELETE ON audit_seals
        FOR EACH ROW EXECUTE FUNCTION audit_seal_once();
      CREATE TRIGGER audit_seals_no_truncate BEFORE TRUNCATE ON audit_seals
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_entries, audit_seals CASCADE;
      DROP FUNCTION IF EXISTS audit_digest;
      DROP FUNCTION audit_note_entry, audit_seal_once, refuse_change;
      DROP TABLE idempotency_keys, outbox_deliveries, outbox_messages;
      DROP FUNCTION searchable;
      DROP EXTENSION btree_gist;
      DROP EXTENSION unaccent;
      DROP EXTENSION pg_trgm;
    `);
  }
}

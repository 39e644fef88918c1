import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that seal what is private, and the key of each file's content. What lies in plain is sealed by the nightly sweep. */
export class DataKeys1763700000970 implements MigrationInterface {
  name = 'DataKeys1763700000970';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_keys (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('content', 'index')),
        state text NOT NULL CHECK (state IN ('active', 'retired', 'destroyed')),
        sealed bytea,
        secret_mark text NOT NULL CHECK (secret_mark ~ '^[0-9a-f]{16}$'),
        retired_at timestamptz,
        settled_at timestamptz,
        CHECK ((state = 'destroyed') = (sealed IS NULL)),
        CHECK ((state = 'active') = (retired_at IS NULL))
      );
      CREATE UNIQUE INDEX data_keys_one_active ON data_keys (purpose) WHERE state = 'active';

      ALTER TABLE files
        ADD COLUMN sealed_key bytea,
        ADD COLUMN sealed_with uuid REFERENCES data_keys (id),
        ADD CONSTRAINT files_sealed_whole CHECK ((sealed_key IS NULL) = (sealed_with IS NULL)),
        ADD CONSTRAINT files_gone_unreadable CHECK (deleted_at IS NULL OR sealed_key IS NULL);
      CREATE INDEX files_sealed_with ON files (sealed_with);
      CREATE INDEX files_plain ON files (id) WHERE sealed_key IS NULL AND deleted_at IS NULL;
    `);
  }

  /** Refused while a content is sealed: without its key it would be lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM files WHERE sealed_key IS NOT NULL) THEN
          RAISE EXCEPTION 'files are sealed with keys that this step back would drop: restore a backup instead';
        END IF;
      END $$;
      ALTER TABLE files DROP COLUMN sealed_key, DROP COLUMN sealed_with;
      DROP TABLE data_keys;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** National ids, sealed, apart from the person's other data; who read what is private and why; the case a file was submitted for. */
export class PrivateReads1763700000971 implements MigrationInterface {
  name = 'PrivateReads1763700000971';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE national_ids (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        person_id uuid NOT NULL REFERENCES people (id),
        kind text NOT NULL CHECK (kind IN ('nik', 'passport')),
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        sealed_value bytea,
        sealed_with uuid REFERENCES data_keys (id),
        blind_index bytea CHECK (length(blind_index) = 32),
        erased_at timestamptz,
        CONSTRAINT national_ids_one_per_kind UNIQUE (person_id, kind, country),
        CONSTRAINT national_ids_of_one_person UNIQUE (kind, country, blind_index),
        CHECK ((sealed_value IS NULL) = (erased_at IS NOT NULL)),
        CHECK ((sealed_value IS NULL) = (sealed_with IS NULL)),
        CHECK ((sealed_value IS NULL) = (blind_index IS NULL))
      );
      CREATE INDEX national_ids_sealed_with ON national_ids (sealed_with);

      CREATE TABLE private_reads (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        owner_person_id uuid NOT NULL REFERENCES people (id),
        subject_type text NOT NULL CHECK (subject_type IN ('file', 'national_id')),
        subject_id uuid NOT NULL,
        reader_kind text NOT NULL CHECK (reader_kind IN ('person', 'system')),
        reader_person_id uuid REFERENCES people (id),
        reader_label text NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
        group_id uuid REFERENCES groups (id),
        origin_type text,
        origin_id uuid,
        CHECK ((reader_kind = 'person') = (reader_person_id IS NOT NULL)),
        CHECK ((origin_type IS NULL) = (origin_id IS NULL))
      );
      CREATE INDEX private_reads_owner ON private_reads (owner_person_id, id DESC);
      CREATE TRIGGER private_reads_append_only BEFORE UPDATE OR DELETE ON private_reads
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER private_reads_no_truncate BEFORE TRUNCATE ON private_reads
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE file_sights ADD COLUMN origin_type text, ADD COLUMN origin_id uuid,
        ADD CHECK ((origin_type IS NULL) = (origin_id IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE file_sights DROP COLUMN origin_type, DROP COLUMN origin_id;
      DROP TABLE private_reads, national_ids;
    `);
  }
}

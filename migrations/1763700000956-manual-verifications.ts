import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers verified by themselves, and the second readers of it. Both append-only. */
export class ManualVerifications1763700000956 implements MigrationInterface {
  name = 'ManualVerifications1763700000956';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE manual_verifications (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        check_id uuid NOT NULL REFERENCES checks (id),
        verifier_id uuid NOT NULL REFERENCES people (id),
        method text NOT NULL CHECK (method IN ('telephone', 'letter', 'original_seen', 'video_call', 'email_to_institution')),
        outcome text NOT NULL CHECK (outcome IN
          ('match', 'partial', 'mismatch', 'not_found', 'expired', 'revoked', 'suspended')),
        note text NOT NULL CHECK (length(note) BETWEEN 1 AND 4000),
        verified_on date NOT NULL,
        spoken_with text CHECK (length(spoken_with) <= 300),
        contact text CHECK (length(contact) <= 300),
        contact_found_at text CHECK (length(contact_found_at) <= 500),
        warnings text[] NOT NULL,
        evidence_file_id uuid REFERENCES files (id),
        needs_second boolean NOT NULL,
        outcome_before text,
        answer_hash bytea,
        CONSTRAINT manual_verifications_of UNIQUE (id, verifier_id)
      );
      CREATE INDEX manual_verifications_check ON manual_verifications (check_id, id);
      CREATE TABLE manual_readings (
        verification_id uuid PRIMARY KEY,
        verifier_id uuid NOT NULL,
        reader_id uuid NOT NULL REFERENCES people (id),
        created_at timestamptz NOT NULL,
        agrees boolean NOT NULL,
        note text NOT NULL CHECK (length(note) BETWEEN 1 AND 4000),
        FOREIGN KEY (verification_id, verifier_id) REFERENCES manual_verifications (id, verifier_id),
        CONSTRAINT manual_readings_by_another CHECK (reader_id <> verifier_id)
      );
      CREATE TRIGGER manual_verifications_append_only BEFORE UPDATE OR DELETE ON manual_verifications
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER manual_verifications_no_truncate BEFORE TRUNCATE ON manual_verifications
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER manual_readings_append_only BEFORE UPDATE OR DELETE ON manual_readings
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER manual_readings_no_truncate BEFORE TRUNCATE ON manual_readings
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE manual_readings, manual_verifications;');
  }
}

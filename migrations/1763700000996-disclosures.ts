import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people disclose about their past, sealed, and how officers assess it. */
export class Disclosures1763700000996 implements MigrationInterface {
  name = 'Disclosures1763700000996';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosures (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        person_id uuid NOT NULL REFERENCES people (id),
        group_id uuid NOT NULL REFERENCES groups (id),
        application_id uuid REFERENCES applications (id),
        requirement_id text,
        membership_id uuid REFERENCES memberships (id),
        needs_person boolean NOT NULL,
        evidence_file_ids uuid[] NOT NULL DEFAULT '{}',
        sealed_answers bytea,
        sealed_with uuid REFERENCES data_keys (id),
        submitted_at timestamptz,
        erased_at timestamptz,
        CHECK ((application_id IS NULL) <> (membership_id IS NULL)),
        CHECK ((application_id IS NULL) = (requirement_id IS NULL)),
        CHECK ((sealed_answers IS NULL) = (erased_at IS NOT NULL)),
        CHECK ((sealed_answers IS NULL) = (sealed_with IS NULL))
      );
      CREATE INDEX disclosures_application ON disclosures (application_id, requirement_id, id DESC);
      CREATE INDEX disclosures_person ON disclosures (person_id);
      CREATE INDEX disclosures_sealed_with ON disclosures (sealed_with);

      CREATE TABLE disclosure_assessments (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        disclosure_id uuid NOT NULL REFERENCES disclosures (id),
        verdict text NOT NULL CHECK (verdict IN ('no_concern', 'with_conditions', 'concern')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
        conditions text CHECK (length(conditions) BETWEEN 1 AND 2000),
        assessed_by uuid NOT NULL REFERENCES people (id),
        CHECK ((verdict = 'with_conditions') = (conditions IS NOT NULL))
      );
      CREATE INDEX disclosure_assessments_disclosure ON disclosure_assessments (disclosure_id, id DESC);
      CREATE TRIGGER disclosure_assessments_append_only BEFORE UPDATE OR DELETE ON disclosure_assessments
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      ALTER TABLE private_reads DROP CONSTRAINT private_reads_subject_type_check,
        ADD CONSTRAINT private_reads_subject_type_check CHECK (subject_type IN ('file', 'national_id', 'disclosure'));
    `);
  }

  /** What was read stays on record, also under the older list of subjects. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE private_reads DROP CONSTRAINT private_reads_subject_type_check,
        ADD CONSTRAINT private_reads_subject_type_check CHECK (subject_type IN ('file', 'national_id')) NOT VALID;
      DROP TABLE disclosure_assessments, disclosures;
    `);
  }
}

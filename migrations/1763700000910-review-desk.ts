import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a rule promises, until when a case is due, and which evidence an officer has looked at. */
export class ReviewDesk1763700000910 implements MigrationInterface {
  name = 'ReviewDesk1763700000910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE admission_rules ADD COLUMN promised_days integer NOT NULL DEFAULT 10
        CONSTRAINT admission_rules_promised_days CHECK (promised_days BETWEEN 1 AND 250);
      ALTER TABLE applications ADD COLUMN due_on date, ADD COLUMN days_left integer,
        ADD CONSTRAINT applications_clock CHECK (due_on IS NULL OR days_left IS NULL);

      CREATE TABLE review_file_views (
        application_id uuid NOT NULL REFERENCES applications (id),
        person_id uuid NOT NULL REFERENCES people (id),
        file_id uuid NOT NULL REFERENCES files (id),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (application_id, person_id, file_id)
      );
      CREATE INDEX review_file_views_file ON review_file_views (file_id);
    `);
    await runner.query(DUE_NOW);
    await runner.query(CLOCK_STOPPED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE review_file_views;
      ALTER TABLE applications DROP CONSTRAINT applications_clock, DROP COLUMN days_left, DROP COLUMN due_on;
      ALTER TABLE admission_rules DROP CONSTRAINT admission_rules_promised_days, DROP COLUMN promised_days;
    `);
  }
}

/** The tenth working day (Monday to Friday) after a case that waits now was sent in; fourteen days hold ten of them. */
const DUE_NOW = `
  UPDATE applications a SET due_on = (
    SELECT day::date FROM groups g,
      generate_series((a.submitted_at AT TIME ZONE g.zone)::date + 1, (a.submitted_at AT TIME ZONE g.zone)::date + 21,
        interval '1 day') day
    WHERE g.id = a.group_id AND extract(isodow FROM day) < 6 ORDER BY day OFFSET 9 LIMIT 1)
  WHERE a.state = 'submitted'`;

/** What is left of the ten days of a case that waits for its applicant. */
const CLOCK_STOPPED = `
  UPDATE applications a SET days_left = 10 - (
    SELECT count(*) FROM groups g,
      generate_series((a.submitted_at AT TIME ZONE g.zone)::date + 1,
        ((a.returned ->> 'at')::timestamptz AT TIME ZONE g.zone)::date, interval '1 day') day
    WHERE g.id = a.group_id AND extract(isodow FROM day) < 6)::int
  WHERE a.state = 'returned'`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One appeal per application, decided by others: who took part in one decision of a case can take part in no other. */
export class Appeals1763700000966 implements MigrationInterface {
  name = 'Appeals1763700000966';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE appeals (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        application_id uuid NOT NULL REFERENCES applications (id),
        decision_id uuid NOT NULL REFERENCES decisions (id),
        grounds text NOT NULL CHECK (length(grounds) BETWEEN 1 AND 8000),
        CONSTRAINT appeals_one_per_application UNIQUE (application_id),
        CONSTRAINT appeals_of UNIQUE (id, application_id)
      );
      ALTER TABLE decisions DROP CONSTRAINT decisions_one_per_application, ADD COLUMN appeal_id uuid,
        ADD CONSTRAINT decisions_appeal FOREIGN KEY (appeal_id, application_id) REFERENCES appeals (id, application_id);
      CREATE UNIQUE INDEX decisions_one_first ON decisions (application_id) WHERE appeal_id IS NULL;
      CREATE UNIQUE INDEX decisions_one_per_appeal ON decisions (appeal_id) WHERE appeal_id IS NOT NULL;
      ALTER TABLE decision_votes ADD COLUMN appeal_id uuid,
        ADD CONSTRAINT decision_votes_appeal FOREIGN KEY (appeal_id, application_id) REFERENCES appeals (id, application_id);

      CREATE TABLE decision_members (
        decision_id uuid NOT NULL REFERENCES decisions (id),
        application_id uuid NOT NULL REFERENCES applications (id),
        person_id uuid NOT NULL REFERENCES people (id),
        CONSTRAINT decision_members_once PRIMARY KEY (application_id, person_id)
      );
      INSERT INTO decision_members (decision_id, application_id, person_id)
        SELECT id, application_id, decided_by FROM decisions
        UNION SELECT d.id, d.application_id, v.voter_id FROM decisions d JOIN decision_votes v USING (application_id);
    `);
    for (const table of ['appeals', 'decision_members']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      `);
    }
  }

  /** The way back keeps the first decision of each case: before, there was room for no other. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE decision_members;
      ALTER TABLE decisions DISABLE TRIGGER decisions_append_only;
      DELETE FROM decisions WHERE appeal_id IS NOT NULL;
      ALTER TABLE decisions ENABLE TRIGGER decisions_append_only;
      ALTER TABLE decision_votes DROP COLUMN appeal_id;
      DROP INDEX decisions_one_per_appeal, decisions_one_first;
      ALTER TABLE decisions DROP COLUMN appeal_id,
        ADD CONSTRAINT decisions_one_per_application UNIQUE (application_id);
      DROP TABLE appeals;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A queue that is read in order from its index, and the filters that officers keep under a name. */
export class QueueViews1763700000990 implements MigrationInterface {
  name = 'QueueViews1763700000990';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX applications_queue_due ON applications (group_id, coalesce(due_on, 'infinity'::date), submitted_at, id)
        WHERE state IN ('submitted', 'returned');
      CREATE INDEX applications_queue_unassigned ON applications (group_id, coalesce(due_on, 'infinity'::date), submitted_at, id)
        WHERE state IN ('submitted', 'returned') AND assigned_to IS NULL;
      CREATE INDEX applications_queue_submitted ON applications (group_id, submitted_at, id)
        WHERE state IN ('submitted', 'returned');
      CREATE INDEX applications_queue_due_last ON applications (group_id, coalesce(due_on, '-infinity'::date), submitted_at, id)
        WHERE state IN ('submitted', 'returned');
      CREATE INDEX applications_queue_returned ON applications (group_id, coalesce(due_on, 'infinity'::date), submitted_at, id)
        WHERE state = 'returned';
      CREATE INDEX applications_queue_assigned ON applications (assigned_to)
        WHERE state IN ('submitted', 'returned') AND assigned_to IS NOT NULL;
      CREATE INDEX applications_reference_search ON applications USING gin (upper(reference) gin_trgm_ops)
        WHERE state IN ('submitted', 'returned');
      CREATE INDEX review_conflicts_person ON review_conflicts (person_id);
      CREATE INDEX checks_applications_open ON checks (origin_id) WHERE origin_type = 'application' AND ended_at IS NULL;
    `);
    await runner.query(`
      CREATE TABLE queue_views (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        person_id uuid NOT NULL REFERENCES people (id),
        group_id uuid REFERENCES groups (id),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
        filter jsonb NOT NULL CHECK (jsonb_typeof(filter) = 'object'),
        rule_id uuid REFERENCES admission_rules (id)
      );
      CREATE UNIQUE INDEX queue_views_name ON queue_views (person_id, lower(name));
      CREATE INDEX queue_views_group ON queue_views (group_id) WHERE group_id IS NOT NULL;
      CREATE TABLE queue_view_defaults (
        person_id uuid PRIMARY KEY REFERENCES people (id),
        view_id uuid NOT NULL REFERENCES queue_views (id) ON DELETE CASCADE
      );
      CREATE INDEX queue_view_defaults_view ON queue_view_defaults (view_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE queue_view_defaults;
      DROP TABLE queue_views;
      DROP INDEX checks_applications_open;
      DROP INDEX review_conflicts_person;
      DROP INDEX applications_reference_search;
      DROP INDEX applications_queue_assigned;
      DROP INDEX applications_queue_returned;
      DROP INDEX applications_queue_due_last;
      DROP INDEX applications_queue_submitted;
      DROP INDEX applications_queue_unassigned;
      DROP INDEX applications_queue_due;
    `);
  }
}

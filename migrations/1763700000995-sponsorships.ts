import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members whom an applicant names as sponsors, who confirm or decline by their own account. */
export class Sponsorships1763700000995 implements MigrationInterface {
  name = 'Sponsorships1763700000995';

  async up(runner: QueryRunner): Promise<void> {
    // Whom nobody can be found for is kept like the others, so that no answer tells who is a member.
    await runner.query(`
      CREATE TABLE sponsorships (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        application_id uuid NOT NULL REFERENCES applications (id),
        requirement_id text NOT NULL,
        named text NOT NULL CHECK (length(named) BETWEEN 3 AND 254),
        person_id uuid REFERENCES people (id),
        membership_id uuid REFERENCES memberships (id),
        state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'confirmed', 'declined', 'expired', 'withdrawn')),
        expires_at timestamptz NOT NULL,
        reminded_at timestamptz,
        ended_at timestamptz,
        decline_reason text CHECK (length(decline_reason) BETWEEN 1 AND 2000),
        CHECK ((person_id IS NULL) = (membership_id IS NULL)),
        CHECK (state NOT IN ('confirmed', 'declined') OR person_id IS NOT NULL),
        CHECK ((state = 'asked') = (ended_at IS NULL)),
        CHECK (decline_reason IS NULL OR state = 'declined')
      );
      CREATE UNIQUE INDEX sponsorships_person_once ON sponsorships (application_id, requirement_id, person_id)
        WHERE state IN ('asked', 'confirmed', 'declined');
      CREATE INDEX sponsorships_application ON sponsorships (application_id);
      CREATE INDEX sponsorships_person ON sponsorships (person_id, state) WHERE person_id IS NOT NULL;
      CREATE INDEX sponsorships_due ON sponsorships (expires_at) WHERE state = 'asked';
    `);
    // Names typed into drafts asked nobody; the section asks for them anew. What was sent in keeps them.
    await runner.query(`
      UPDATE applications a SET answers = a.answers - s.ids, version = a.version + 1
      FROM (SELECT r.grade_id, array_agg(q ->> 'id') AS ids
        FROM (SELECT DISTINCT ON (grade_id) grade_id, requirements FROM admission_rules ORDER BY grade_id, version DESC) r,
          jsonb_array_elements(r.requirements) q WHERE q ->> 'kind' = 'sponsor' GROUP BY r.grade_id) s
      WHERE a.grade_id = s.grade_id AND a.state = 'draft' AND a.answers ?| s.ids
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sponsorships;');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes that officers pin on a place of an evidence file, and their answers. */
export class PinnedNotes1763700000991 implements MigrationInterface {
  name = 'PinnedNotes1763700000991';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pinned_notes (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        application_id uuid NOT NULL REFERENCES applications (id),
        file_id uuid NOT NULL REFERENCES files (id),
        person_id uuid NOT NULL REFERENCES people (id),
        number integer NOT NULL CHECK (number >= 1),
        page integer NOT NULL CHECK (page BETWEEN 1 AND 10000),
        x double precision NOT NULL CHECK (x BETWEEN 0 AND 1),
        y double precision NOT NULL CHECK (y BETWEEN 0 AND 1),
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
        resolved_at timestamptz,
        resolved_by uuid REFERENCES people (id),
        CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
        CONSTRAINT pinned_notes_number UNIQUE (application_id, number)
      );
      CREATE INDEX pinned_notes_file ON pinned_notes (file_id);
      CREATE TABLE pinned_note_replies (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        note_id uuid NOT NULL REFERENCES pinned_notes (id),
        person_id uuid NOT NULL REFERENCES people (id),
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000)
      );
      CREATE INDEX pinned_note_replies_note ON pinned_note_replies (note_id, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pinned_note_replies; DROP TABLE pinned_notes;');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that were sent or are to be, without their text; and, of demonstrations alone, the mails themselves. */
export class Notifications1763700000300 implements MigrationInterface {
  name = 'Notifications1763700000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_deliveries (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
        template text NOT NULL CHECK (template ~ '^[a-z_]+$'),
        email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
        language text NOT NULL CHECK (language IN ('id', 'en')),
        person_id uuid,
        state text NOT NULL CHECK (state IN ('open', 'sent', 'refused')),
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        claimed_until timestamptz,
        last_error text,
        ended_at timestamptz,
        CONSTRAINT mail_deliveries_key_unique UNIQUE (key),
        CHECK ((state = 'open') = (ended_at IS NULL))
      );
      CREATE INDEX mail_deliveries_open ON mail_deliveries (created_at) WHERE state <> 'sent';
      CREATE INDEX mail_deliveries_email ON mail_deliveries (email, created_at DESC);

      CREATE TABLE demo_mails (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        key text NOT NULL UNIQUE,
        email text NOT NULL,
        subject text NOT NULL,
        body_text text NOT NULL,
        body_html text NOT NULL
      );
      CREATE INDEX demo_mails_newest ON demo_mails (created_at DESC, id DESC);
      CREATE INDEX demo_mails_email ON demo_mails (email, created_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demo_mails, mail_deliveries;');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people of a group ask for help. */
export class GroupContact1763700000920 implements MigrationInterface {
  name = 'GroupContact1763700000920';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE groups ADD COLUMN contact_email text
        CONSTRAINT groups_contact_email CHECK (contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+$' AND length(contact_email) <= 254);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE groups DROP COLUMN contact_email;');
  }
}

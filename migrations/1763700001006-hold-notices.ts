import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the person reads of a hold, and why it was let go. */
export class HoldNotices1763700001006 implements MigrationInterface {
  name = 'HoldNotices1763700001006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE retention_holds ADD COLUMN is_shown boolean NOT NULL DEFAULT true,
        ADD COLUMN released_reason text CHECK (length(released_reason) BETWEEN 1 AND 2000);
      CREATE INDEX retention_holds_group ON retention_holds (group_id, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX retention_holds_group;
      ALTER TABLE retention_holds DROP COLUMN is_shown, DROP COLUMN released_reason;
    `);
  }
}

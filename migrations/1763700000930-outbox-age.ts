import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the messages that were relayed long ago without reading all of them. */
export class OutboxAge1763700000930 implements MigrationInterface {
  name = 'OutboxAge1763700000930';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX outbox_messages_relayed ON outbox_messages (relayed_at) WHERE relayed_at IS NOT NULL;',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outbox_messages_relayed;');
  }
}

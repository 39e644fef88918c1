import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose turn it is with one source of one list: one worker at a time, however many messages say so. */
export class VerificationListTurns1763700000981 implements MigrationInterface {
  name = 'VerificationListTurns1763700000981';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE verification_list_sources ADD COLUMN holder uuid, ADD COLUMN holder_until timestamptz,
        ADD CONSTRAINT verification_list_sources_held CHECK ((holder IS NULL) = (holder_until IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE verification_list_sources DROP COLUMN holder, DROP COLUMN holder_until');
  }
}

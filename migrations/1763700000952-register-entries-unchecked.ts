import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries name their register without a foreign key: looking the same register up for each of a million entries doubles the time
 * of taking a version in. They are written in one place alone, by a transaction that holds the register's row; registers are
 * never deleted.
 */
export class RegisterEntriesUnchecked1763700000952 implements MigrationInterface {
  name = 'RegisterEntriesUnchecked1763700000952';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE register_entries DROP CONSTRAINT register_entries_register_id_fkey;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE register_entries ADD CONSTRAINT register_entries_register_id_fkey
        FOREIGN KEY (register_id) REFERENCES registers (id);
    `);
  }
}

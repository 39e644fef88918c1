import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows of files that are being read name their import without a foreign key: looking the same import up for each of a million
 * rows costs as much as writing them. Imports are never deleted, and the rows go when their import ends.
 */
export class RegisterRowsUnchecked1763700000951 implements MigrationInterface {
  name = 'RegisterRowsUnchecked1763700000951';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE register_import_rows DROP CONSTRAINT register_import_rows_import_id_fkey;',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE register_import_rows ADD CONSTRAINT register_import_rows_import_id_fkey
        FOREIGN KEY (import_id) REFERENCES register_imports (id) ON DELETE CASCADE;
    `);
  }
}

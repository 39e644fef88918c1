import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The directory without a search is read in order of names; searching never uses this index (see directory.queries.ts). */
export class DirectoryOrder1763700000850 implements MigrationInterface {
  name = 'DirectoryOrder1763700000850';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX people_name_order ON people (search_name, id);');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX people_name_order;');
  }
}

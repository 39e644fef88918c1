import type { DataSource } from 'typeorm';
import { migratingDataSource, migrationNames } from '@himpun/database';
import { startApi, type TestApp } from '../../support/app';
import { grantPowers, signedIn } from '../../support/client';
import { aGroup } from '../../support/groups';

/** Tables, columns, constraints, indexes, triggers and functions, as PostgreSQL itself writes them. */
const SCHEMA = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' ||
         coalesce(column_default, '') AS line
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conrelid::regclass::text <> 'migrations'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY 1`;

describe('migrations', () => {
  let api: TestApp;
  let source: DataSource;
  beforeAll(async () => {
    api = await startApi();
    source = await (await migratingDataSource(api.databaseUrl)).initialize();
    const person = await signedIn(api);
    await grantPowers(api, person.personId ?? '', await aGroup(api), ['members.read']);
  });
  afterAll(async () => {
    await source.destroy();
    await api.close();
  });

  const schema = async (): Promise<string[]> =>
    ((await source.query(SCHEMA)) as { line: string }[]).map((row) => row.line);
  const applied = async (): Promise<number> =>
    ((await source.query('SELECT count(*)::int AS count FROM migrations')) as { count: number }[])[0]
      ?.count ?? 0;

  it('go one down and up again on a filled database, which keeps what older tables hold', async () => {
    const before = await schema();
    await source.undoLastMigration();
    expect(await applied()).toBe(migrationNames().length - 1);
    expect(await schema()).not.toEqual(before);
    await source.runMigrations();
    expect(await schema()).toEqual(before);
    expect(await source.query('SELECT count(*)::int AS people FROM people')).toEqual([{ people: 1 }]);
  });

  it('go all the way down, leaving nothing, and up to the same again', async () => {
    const before = await schema();
    for (let left = migrationNames().length; left > 0; left -= 1) await source.undoLastMigration();
    expect(await schema()).toEqual([]);
    await source.runMigrations();
    expect(await schema()).toEqual(before);
  });

  it('each say their own name and have a way back', () => {
    for (const migration of source.migrations) {
      expect(migration.name).toMatch(/^[A-Z]\w+\d{13}$/);
      expect(migration.down.toString()).toMatch(/DROP|ALTER|DELETE/);
    }
  });
});

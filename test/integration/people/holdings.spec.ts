import { randomUUID } from 'node:crypto';
import { PersonHoldings } from '@himpun/database';
import { MergeRows } from '@himpun/people/testing';
import { startApi, type TestApp } from '../../support/app';

describe('columns that name a person', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const named = (): string[] =>
    api.app
      .get(PersonHoldings)
      .all()
      .map(({ table, column }) => `${table}.${column}`);

  it('each stand in the list of their room, so that a merge knows what becomes of them', async () => {
    const columns: { path: string }[] = await api.db.query(
      `SELECT conrelid::regclass || '.' || attname AS path FROM pg_constraint
         JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
       WHERE contype = 'f' AND confrelid = 'people'::regclass
       UNION SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
         JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name LIKE '%person_id' ORDER BY 1`,
    );
    expect(columns.length).toBeGreaterThan(40);
    const list = named();
    expect(columns.map(({ path }) => path).filter((path) => !list.includes(path))).toEqual([]);
  });

  it('are there, and their statements can be run', async () => {
    const rows = api.app.get(MergeRows, { strict: false });
    const [one, other] = [randomUUID(), randomUUID()];
    await api.db.transaction(async (tx) => {
      for (const { rows: found } of await rows.held(tx, one, other, api.clock.now()))
        expect(found).toEqual([]);
      const everything = api.app
        .get(PersonHoldings)
        .all()
        .map(({ table, column }) => ({
          table,
          column,
          key: { id: randomUUID() },
          before: null,
          after: null,
        }));
      expect(await rows.obstacles(tx, everything, api.clock.now())).toEqual([]);
    });
    for (const path of named()) {
      const [table, column] = path.split('.') as [string, string];
      await api.db.query(`SELECT ${column} FROM ${table} LIMIT 0`);
    }
  });

  it('that move stand in no table that refuses changes; those are followed', async () => {
    const fixed: { name: string }[] = await api.db.query(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid
       WHERE p.proname = 'refuse_change' AND (tgtype & 16) > 0`,
    );
    const moving = api.app
      .get(PersonHoldings)
      .all()
      .filter(({ way }) => way === 'moves');
    expect(
      moving.map(({ table }) => table).filter((table) => fixed.some(({ name }) => name === table)),
    ).toEqual([]);
  });
});

import type { DataSource } from 'typeorm';
import { migratingDataSource } from '@himpun/database';
import { startApi, type TestApp } from '../../support/app';
import { claimed, presented } from '../../support/claims';
import { signedIn } from '../../support/client';
import { aGroup } from '../../support/groups';

describe('checks of a database that was filled before', () => {
  let api: TestApp;
  let source: DataSource;
  beforeAll(async () => {
    api = await startApi();
    source = await (await migratingDataSource(api.databaseUrl)).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await api.close();
  });

  const words = async (): Promise<unknown> =>
    source.query(
      'SELECT run_state, outcome, (SELECT v.outcome FROM check_reviews v WHERE v.check_id = k.id) AS reviewed FROM checks k ORDER BY k.id',
    );

  it('go back to the older words and forward to the newer, reviews included', async () => {
    const person = await signedIn(api);
    const group = await aGroup(api);
    const credentials = [await claimed(person), await claimed(person), await claimed(person)];
    const { checkIds } = await presented(api, group, credentials);
    const [away, refused, suspended] = [...checkIds].sort() as [string, string, string];
    const set = (id: string, state: string, outcome: string | null, code: string) =>
      source.query(
        `UPDATE checks SET run_state = $2, outcome = $3, reasons = jsonb_build_array(jsonb_build_object('code', $4::text)),
           ended_at = now() WHERE id = $1`,
        [id, state, outcome, code],
      );
    await set(away, 'unavailable', null, 'source_unavailable');
    await set(refused, 'refused', null, 'source_refused');
    await set(suspended, 'ran', 'suspended', 'suspended');
    await source.query(
      `INSERT INTO check_reviews (id, created_at, check_id, reviewer_id, verdict, outcome, reason)
       SELECT gen_random_uuid(), now(), id, person_id, 'confirm', 'suspended', 'seen' FROM checks WHERE id = $1`,
      [suspended],
    );

    const applied = async (): Promise<boolean> =>
      ((await source.query(`SELECT 1 FROM migrations WHERE name LIKE 'CheckWords%'`)) as unknown[]).length >
      0;
    while (await applied()) await source.undoLastMigration();
    expect(await words()).toEqual([
      { run_state: 'could_not_run', outcome: null, reviewed: null },
      { run_state: 'could_not_run', outcome: null, reviewed: null },
      { run_state: 'ran', outcome: 'revoked', reviewed: 'revoked' },
    ]);
    await source.runMigrations();
    expect(await words()).toEqual([
      { run_state: 'unavailable', outcome: null, reviewed: null },
      { run_state: 'refused', outcome: null, reviewed: null },
      { run_state: 'ran', outcome: 'revoked', reviewed: 'revoked' },
    ]);
  });
});

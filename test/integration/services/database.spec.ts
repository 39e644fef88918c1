import { DataSource } from 'typeorm';
import { connectionOptions, migrationNames } from '../../../libs/database/src/data-source';
import { testDatabase } from '../../support/services/database';
import { testRedis } from '../../support/services/redis';
import Redis from 'ioredis';

describe('the services of a test run', () => {
  it('give each test file a migrated database that nobody else writes to', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    const source = await new DataSource(connectionOptions(one.url, 1)).initialize();
    const migrations: unknown[] = await source.query('SELECT name FROM migrations');
    await source.destroy();
    await Promise.all([one.drop(), other.drop()]);

    expect(migrations).toHaveLength(migrationNames().length);
    expect(one.url).not.toBe(other.url);
  });

  it('connect as a role that is no superuser, as on a rented database', async () => {
    const database = await testDatabase();
    const source = await new DataSource(connectionOptions(database.url, 1)).initialize();
    const [role]: { rolsuper: boolean }[] = await source.query(
      'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
    );
    await source.destroy();
    await database.drop();

    expect(role?.rolsuper).toBe(false);
  });

  it('give each test file an empty Redis that another cannot flush', async () => {
    const [one, other] = await Promise.all([testRedis(), testRedis()]);
    const client = new Redis(one.url);
    await client.set('kept', 'yes');
    await other.flush();
    const kept = await client.get('kept');
    await one.flush();
    const flushed = await client.get('kept');
    client.disconnect();
    await Promise.all([one.drop(), other.drop()]);

    expect([kept, flushed]).toEqual(['yes', null]);
  });
});

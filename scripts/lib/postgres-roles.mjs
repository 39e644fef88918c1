import pg from 'pg';
import { sleep } from './run.mjs';
import { Refusal } from './say.mjs';

const PATIENCE_MS = 60_000;

/** Waits until the server answers queries; false as soon as `hasEnded` says that it will not. */
export async function whenAnswering(connection, hasEnded) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    if (hasEnded()) return false;
    try {
      await withClient(connection, (client) => client.query('select 1'));
      return true;
    } catch (error) {
      if (error.code === '28P01') {
        throw new Refusal(
          'The embedded PostgreSQL refuses the password in secrets.json of the data folder: the two do not belong together.',
        );
      }
      await sleep(40);
    }
  }
  return false;
}

/**
 * Makes the portal's own role, which is no superuser (as on a rented database), and its database, where missing.
 * @param {object} admin the superuser's connection
 * @param {string} password of the role `himpun`
 * @param {boolean} mayCreateDatabases test runs copy a database per file
 */
export async function preparePortalDatabase(admin, password, mayCreateDatabases) {
  await withClient(admin, async (client) => {
    const role = await client.query(`select 1 from pg_roles where rolname = 'himpun'`);
    if (role.rowCount === 0) {
      const createDb = mayCreateDatabases ? 'createdb' : '';
      await client.query(`create role himpun login ${createDb} password ${client.escapeLiteral(password)}`);
    }
    const database = await client.query(`select 1 from pg_database where datname = 'himpun'`);
    if (database.rowCount === 0) await client.query('create database himpun owner himpun');
  });
}

/** One connection for the time of `use`. */
export async function withClient(connection, use) {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

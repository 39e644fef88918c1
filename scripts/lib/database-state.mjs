import { readdirSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { Refusal } from './say.mjs';

const OLDEST_SERVER = 150_000;
const SEEDED = 'demonstration data is in';

/**
 * What stands between this database and this code.
 * @returns {Promise<{pending: boolean, seeded: boolean}>} whether migrations wait; whether the demonstration data is in
 * @throws Refusal when it does not answer, is too old a server, or belongs to a newer version of Himpun
 */
export async function databaseState(url) {
  return query(url, async (client) => {
    const [{ version }] = (await client.query(`select current_setting('server_version_num')::int as version`))
      .rows;
    if (version < OLDEST_SERVER)
      throw new Refusal('DATABASE_URL names a PostgreSQL older than 15: Himpun needs 15 or newer.');
    const [{ there, comment }] = (
      await client.query(`select to_regclass('public.migrations') is not null as there,
        shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()`)
    ).rows;
    const applied = there
      ? (await client.query('select "timestamp"::text as at, name from migrations')).rows
      : [];
    const known = new Set(readdirSync(inRoot('migrations')).map((file) => file.split('-')[0]));
    const newer = applied.filter(({ at }) => !known.has(at)).map(({ name }) => name);
    if (newer.length > 0) {
      throw new Refusal(
        `This database belongs to a newer version of Himpun (it holds ${newer.join(', ')}): start that version, or name another HIMPUN_DATA_DIR or DATABASE_URL.`,
      );
    }
    return { pending: applied.length < known.size, seeded: comment === SEEDED };
  });
}

/** Remembers, in the database itself, that the demonstration data is in. */
export const markSeeded = (url) =>
  query(url, (client) => client.query(`comment on database himpun is '${SEEDED}'`));

async function query(url, use) {
  // Only now: before the packages are installed there is no pg.
  const { withClient } = await import('./postgres-roles.mjs');
  try {
    return await withClient({ connectionString: url, connectionTimeoutMillis: 5_000 }, use);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const host = URL.canParse(url) ? new URL(url).host : 'that address';
    throw new Refusal(
      `The database at ${host} does not let us in (${error.message || error.code}): check DATABASE_URL.`,
    );
  }
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { SnakeNaming } from './naming';

const MIGRATIONS_DIR = join(__dirname, '../../../migrations');

type MigrationClass = new () => MigrationInterface;

/** The migrations of this code, oldest first, as file names without ending. */
export function migrationNames(): string[] {
  return readdirSync(MIGRATIONS_DIR)
    .filter((file) => /^\d+-.*\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => file.replace(/\.(ts|js)$/, ''))
    .sort();
}

/** Options of a connection pool to PostgreSQL 15 or newer. `poolSize` stays small: few connections beat many. */
export function connectionOptions(url: string, poolSize: number): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize,
    applicationName: 'himpun',
    extra: {
      // A crowd on a busy machine waits for its turn; a database that is away is still told within seconds.
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
    },
  };
}

/** A data source that can migrate: `runMigrations` and `undoLastMigration` see every file of `migrations/`. */
export async function migratingDataSource(url: string): Promise<DataSource> {
  const migrations: MigrationClass[] = [];
  for (const name of migrationNames()) migrations.push(await loadMigration(name));
  const options = connectionOptions(url, 2);
  return new DataSource({
    ...options,
    // Nobody waits for an answer here: a busy server gets its time.
    extra: { ...options.extra, statement_timeout: 0, connectionTimeoutMillis: 20_000 },
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
  });
}

async function loadMigration(name: string): Promise<MigrationClass> {
  const ending = __filename.endsWith('.ts') ? 'ts' : 'js';
  const path = join(MIGRATIONS_DIR, `${name}.${ending}`);
  const loaded = (await import(ending === 'ts' ? path : pathToFileURL(path).href)) as Record<string, unknown>;
  const found = Object.values(loaded).find(
    (value): value is MigrationClass => typeof value === 'function' && 'up' in (value.prototype as object),
  );
  if (!found) throw new Error(`${path} exports no migration`);
  return found;
}

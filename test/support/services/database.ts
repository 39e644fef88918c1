import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migratingDataSource } from '../../../libs/database/src/data-source';

/** A migrated, empty database of one test file's own. */
export interface TestDatabase {
  /** Connection address, with a role that owns the database and is no superuser. */
  url: string;
  /** Removes the database, ending connections that are still open. Call it in `afterAll`. */
  drop(): Promise<void>;
}

const MIGRATIONS_DIR = join(__dirname, '../../../migrations');
/** One at a time makes templates and copies them: PostgreSQL refuses to copy a database that somebody is connected to. */
const TEMPLATE_LOCK = 7_301_140;

/**
 * A fresh database with every migration applied: a copy, made in a fraction of a second, of a template that the first
 * test file after a change of migrations makes. Needs the services of the test run (see `docs/running.md`).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = `himpun_template_${migrationsHash()}`;
  const copy = `himpun_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (!(await exists(admin, template))) {
      await dropLeftOvers(admin);
      await makeTemplate(admin, template);
    }
    await admin.query(`CREATE DATABASE ${copy} TEMPLATE ${template}`);
  });
  return { url: addressOf(copy), drop: () => asAdmin((admin) => dropDatabase(admin, copy)) };
}

async function makeTemplate(admin: Client, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await dropDatabase(admin, draft);
  await admin.query(`CREATE DATABASE ${draft}`);
  const source = await migratingDataSource(addressOf(draft));
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
  // Named only when whole: a template that a killed run left half-made is never copied.
  await admin.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

/** Copies whose test process has gone (killed before `drop`). */
async function dropLeftOvers(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'himpun\\_test\\_%'`,
  );
  for (const { datname } of rows) {
    if (!isAlive(Number(datname.split('_')[2]))) await dropDatabase(admin, datname);
  }
}

async function exists(admin: Client, name: string): Promise<boolean> {
  return (await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
}

/** Tried again for a moment: a worker of PostgreSQL's own may be looking into the database, and it cannot be ended. */
async function dropDatabase(admin: Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function asAdmin(use: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl() });
  await admin.connect();
  try {
    await use(admin);
  } finally {
    await admin.end();
  }
}

function adminUrl(): string {
  const url = process.env.TEST_PG_ADMIN_URL;
  if (!url) throw new Error('TEST_PG_ADMIN_URL is not set: run this through jest, or see docs/running.md');
  return url;
}

function addressOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS_DIR).sort()) {
    hash.update(file).update(readFileSync(join(MIGRATIONS_DIR, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { AuditSeals } from '@himpun/audit';
import { IssuerKeys } from '@himpun/certificates';
import { migratingDataSource, migrationNames } from '@himpun/database';
import { FileSealing } from '@himpun/files';
import { systemActor } from '@himpun/kernel';
import { KeyRotation, Vault } from '@himpun/vault';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { createApiApp } from './create-app';
import { DemoSeed } from './demo/seed/demo.seed';
import { DemoSeedModule } from './demo/seed/demo-seed.module';
import { describeApi } from './http/openapi';

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  migrate,
  'migrate-down': migrateDown,
  'seed-demo': seedDemo,
  'verify-audit': verifyAudit,
  'rotate-issuer-key': rotateIssuerKey,
  'rotate-keys': rotateKeys,
  openapi,
};

/** Applies what is missing; refuses a database that a newer version has migrated (exit 3). */
async function migrate(): Promise<number> {
  const source = await (await migratingDataSource(required('DATABASE_URL'))).initialize();
  try {
    const known = new Set(migrationNames().map((name) => name.split('-')[0]));
    const unknown = await newerMigrations(source.query.bind(source), known);
    if (unknown.length > 0) {
      process.stderr.write(
        `This database belongs to a newer version of Himpun (${unknown.join(', ')}). Start that version instead.\n`,
      );
      return 3;
    }
    await source.query(`SET lock_timeout = '5s'`);
    const done = await source.runMigrations();
    process.stdout.write(`${done.length} migrations applied\n`);
    return 0;
  } finally {
    await source.destroy();
  }
}

async function newerMigrations(
  query: (text: string) => Promise<{ timestamp: string; name: string }[]>,
  known: ReadonlySet<string | undefined>,
): Promise<string[]> {
  const exists = await query(
    `SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = 'migrations'`,
  );
  if (exists.length === 0) return [];
  const applied = await query('SELECT timestamp, name FROM migrations');
  return applied.filter((row) => !known.has(row.timestamp)).map((row) => row.name);
}

async function migrateDown(): Promise<number> {
  const source = await (await migratingDataSource(required('DATABASE_URL'))).initialize();
  try {
    await source.undoLastMigration();
    return 0;
  } finally {
    await source.destroy();
  }
}

/** Fills in the demonstration association, once; only in demonstration mode. */
async function seedDemo(): Promise<number> {
  const context = await NestFactory.createApplicationContext(DemoSeedModule, {
    logger: false,
    abortOnError: false,
  });
  try {
    const filled = await context.get(DemoSeed).run();
    process.stdout.write(filled ? 'The demonstration association is filled in\n' : 'Nothing to fill in\n');
    return 0;
  } finally {
    await context.close();
  }
}

/** Prints the verdict on the audit trail as JSON; exit 1 when a row is wrong. */
async function verifyAudit(): Promise<number> {
  const app = await quietApp();
  try {
    const verdict = await app.get(AuditSeals).verify();
    process.stdout.write(`${JSON.stringify(verdict)}\n`);
    return verdict.intact ? 0 : 1;
  } finally {
    await app.close();
  }
}

/** Retires the key that signs certificates and makes a new one; prints all that are listed, newest first, as JSON. */
async function rotateIssuerKey(): Promise<number> {
  const app = await quietApp();
  try {
    const keys = app.get(IssuerKeys, { strict: false });
    await keys.rotate(systemActor('issuer.rotate'));
    const listed = (await keys.published()).map(({ publicKeyMultibase }) => publicKeyMultibase);
    process.stdout.write(`${JSON.stringify({ did: keys.did, keys: listed })}\n`);
    return 0;
  } finally {
    await app.close();
  }
}

/** Makes a new key for what is kept sealed and seals it anew, `--batch N` rows at a time (200); prints what was done as JSON. */
async function rotateKeys(args: string[]): Promise<number> {
  const batch = args[0] === '--batch' ? Number(args[1]) : 200;
  if (!Number.isInteger(batch) || batch < 1 || batch > 5_000) {
    throw new Error('--batch must be a whole number from 1 to 5000.');
  }
  const app = await quietApp();
  try {
    await app.get(Vault, { strict: false }).verify();
    const actor = systemActor('keys.rotate');
    const issuerKeys = await app.get(IssuerKeys, { strict: false }).resealFormer(actor);
    const files = await app.get(FileSealing, { strict: false }).run();
    const report = await app.get(KeyRotation, { strict: false }).run(actor, batch);
    process.stdout.write(`${JSON.stringify({ ...report, issuerKeys, files })}\n`);
    return files.failed === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

/** Writes the API's description without connecting to anything. */
async function openapi([file]: string[]): Promise<number> {
  Object.assign(process.env, {
    HIMPUN_OFFLINE: '1',
    DATABASE_URL: 'postgres://offline',
    REDIS_URL: 'redis://offline',
    HIMPUN_SECRET: '0'.repeat(64),
    LOG_LEVEL: 'silent',
  });
  const app = await quietApp();
  await app.init();
  const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  if (file) writeFileSync(file, text);
  else process.stdout.write(text);
  await app.close();
  return 0;
}

async function quietApp(): Promise<NestFastifyApplication> {
  process.env['LOG_LEVEL'] = 'silent';
  return createApiApp();
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

async function main(): Promise<void> {
  const [command = '', ...args] = process.argv.slice(2);
  const run = COMMANDS[command];
  if (!run) {
    process.stderr.write(`Usage: cli <${Object.keys(COMMANDS).join('|')}>\n`);
    process.exit(2);
  }
  process.exit(await run(args));
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

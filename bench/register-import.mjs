import { createReadStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { connected } from './lib/bench.mjs';
import { secondsSince } from './lib/load.mjs';
import { writeRegister } from './lib/register-file.mjs';
import { anOfficer, aRegister, confirmed, reaches, uploaded } from './lib/register-imports.mjs';
import { interleaved, lineOf } from './lib/rounds.mjs';

const ROWS = 300_000;
const ROUNDS = 3;

/**
 * Rows per second from an uploaded file to a register that answers: reading, checking every cell, looking for doubles, and
 * taking in; against COPY of the same file into a table with the same columns, key and constraints.
 */
export async function measure(bench) {
  const databaseUrl = await bench.database('register');
  const env = { ...(await bench.environment(databaseUrl)), LOG_LEVEL: 'warn' };
  const folder = bench.folder('registers');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'register.csv');
  await writeRegister(file, ROWS);
  const api = await bench.start('dist/apps/api/src/main.js', env);
  await bench.start('dist/apps/worker/src/main.js', env);
  return connected(databaseUrl, async (pool) => {
    const officer = await anOfficer(pool, 'register-import');
    let registers = 0;
    const ours = async () => {
      const registerId = await aRegister(pool, officer, `Authority ${(registers += 1)}`);
      const began = process.hrtime.bigint();
      const importId = await uploaded(api.port, officer, registerId, file);
      const arrived = secondsSince(began);
      await reaches(pool, importId, 'checked');
      const read = secondsSince(began);
      await confirmed(api.port, officer, registerId, importId);
      await reaches(pool, importId, 'current');
      const all = secondsSince(began);
      const parts = [arrived, read - arrived, all - read].map((part) => part.toFixed(1));
      bench.note(`uploaded in ${parts[0]} s, read and checked in ${parts[1]} s, taken in in ${parts[2]} s`);
      const perSecond = ROWS / all;
      await expectAll(pool, registerId);
      return perSecond;
    };
    const copy = async () => copied(pool, file);
    await interleaved({ ours, copy }, 1);
    const rates = await interleaved({ ours, copy }, ROUNDS);
    return [lineOf('register-import', rates.ours, rates.copy, 'rows/s', { least: 0.25 })];
  });
}

async function copied(pool, file) {
  await pool.query(`
    DROP TABLE IF EXISTS copied_entries;
    CREATE TABLE copied_entries (
      number text COLLATE "C" PRIMARY KEY, name text NOT NULL, birth_date date, profession text,
      status text NOT NULL CHECK (status IN ('active', 'expired', 'suspended', 'revoked')), valid_from date, valid_until date)`);
  const client = await pool.connect();
  try {
    const began = process.hrtime.bigint();
    const into = client.query(copyFrom('COPY copied_entries FROM STDIN (FORMAT csv, HEADER true)'));
    await pipeline(createReadStream(file), into);
    return ROWS / secondsSince(began);
  } finally {
    client.release();
  }
}

async function expectAll(pool, registerId) {
  const { rows } = await pool.query(
    'SELECT count(*)::int AS entries FROM register_entries WHERE register_id = $1',
    [registerId],
  );
  if (rows[0].entries !== ROWS) throw new Error(`Of ${ROWS} rows ${rows[0].entries} were taken in.`);
}

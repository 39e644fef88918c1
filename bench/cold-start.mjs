import { spawn } from 'node:child_process';
import { freePort } from '../scripts/lib/ports.mjs';
import { inRoot, root } from '../scripts/lib/root.mjs';
import { startServices } from '../scripts/lib/services.mjs';
import { secondsSince } from './lib/load.mjs';
import { median } from './lib/rounds.mjs';

const ROUNDS = 3;
const PATIENCE_MS = 300_000;

/** Seconds of `npm start` until it says "ready" where it has run before, against starting its PostgreSQL and Redis alone. */
export async function measure(bench) {
  const dir = bench.folder('portal');
  const first = await startUntilReady(dir);
  const starts = [];
  const bare = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    starts.push(await startUntilReady(dir));
    bare.push(await servicesAlone(dir));
  }
  const line = (name, ours) => ({
    name,
    ours,
    limit: median(bare),
    unit: 's',
    ratio: ours / median(bare),
  });
  return [line('cold-start', median(starts)), line('cold-start-new-data', first)];
}

async function startUntilReady(dir) {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...env } = process.env;
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, [inRoot('scripts/start.mjs')], {
    cwd: root,
    env: { ...env, PORT: String(await freePort()), HIMPUN_DATA_DIR: dir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const ready = new Promise((resolve) => {
    const hear = (chunk) => {
      said += chunk;
      if (said.includes('is ready')) resolve(true);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const late = setTimeout(() => child.kill('SIGTERM'), PATIENCE_MS);
  const isReady = await Promise.race([ready, ended.then(() => false)]);
  const seconds = secondsSince(began);
  clearTimeout(late);
  child.kill('SIGTERM');
  await ended;
  if (!isReady) throw new Error(`npm start did not become ready:\n${said}`);
  return seconds;
}

async function servicesAlone(dir) {
  const began = process.hrtime.bigint();
  const services = await startServices({ dir, wanted: ['postgres', 'redis'] });
  const seconds = secondsSince(began);
  await services.stop();
  return seconds;
}

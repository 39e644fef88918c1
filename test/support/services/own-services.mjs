// A child process of a test: a PostgreSQL and a Redis that belong to this test alone, so that it may stop and start them.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { startRedis } from '../../../scripts/lib/redis.mjs';

const dir = mkdtempSync(path.join(tmpdir(), 'himpun-own-'));
// PostgreSQL runs as a user of its own when the tests are root's: it must be able to pass through.
chmodSync(dir, 0o711);
const ports = { postgres: await freePort(), redis: await freePort() };
const password = 'only-for-this-test';
const start = {
  postgres: () =>
    startPostgres({
      dir: path.join(dir, 'postgres'),
      logFile: path.join(dir, 'postgres.log'),
      port: ports.postgres,
      secrets: { postgres: password, himpun: password },
      throwaway: true,
    }),
  redis: () =>
    startRedis({
      dir: path.join(dir, 'redis'),
      logFile: path.join(dir, 'redis.log'),
      port: ports.redis,
      password,
    }),
};
const running = {};

async function begin(name) {
  running[name] = await start[name]();
  return running[name].url;
}

/** As a crash would: PostgreSQL by an immediate shutdown, Redis by a kill. */
async function crash(name) {
  const { child } = running[name];
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(name === 'postgres' ? 'SIGQUIT' : 'SIGKILL');
  await ended;
}

async function end() {
  await Promise.all(Object.values(running).map((service) => service.stop()));
  rmSync(dir, { recursive: true, force: true });
  process.exit(0);
}

process.on('disconnect', end);
process.on('message', async ([act, name]) => {
  if (act === 'end') return end();
  if (act === 'start') await begin(name);
  if (act === 'crash') await crash(name);
  process.send({ done: [act, name] });
});
const [postgres, redis] = await Promise.all([begin('postgres'), begin('redis')]);
process.send({ postgres, redis });

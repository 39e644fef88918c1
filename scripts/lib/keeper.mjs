// Keeps PostgreSQL and Redis for one start or one test run, as a process of its own. It stops them in order when it is told
// to, and also when the process that began it has died in any way: the channel between the two closes then.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { sleep } from './run.mjs';
import { Refusal } from './say.mjs';
import { serviceSecrets } from './secrets.mjs';

const MAX_RESTARTS = 5;
const { dir, wanted, throwaway } = JSON.parse(process.argv[2]);
const running = new Map();
const starting = new Set();
let stopping = false;

const tell = (message) => process.connected && process.send(message);

function starters() {
  const secrets = serviceSecrets(dir);
  const logs = path.join(dir, 'logs');
  mkdirSync(logs, { recursive: true });
  const common = (name) => ({
    dir: path.join(dir, name),
    logFile: path.join(logs, `${name}.log`),
    throwaway,
  });
  return {
    postgres: (port) => startPostgres({ ...common('postgres'), port, secrets }),
    redis: (port) => startRedis({ ...common('redis'), port, password: secrets.redis }),
  };
}

async function keep(name, start, port, restarts = 0) {
  const attempt = start(port).then((service) => running.set(name, service));
  starting.add(attempt);
  await attempt.finally(() => starting.delete(attempt));
  const service = running.get(name);
  const revive = async () => {
    if (stopping) return;
    tell({ died: name, again: restarts < MAX_RESTARTS });
    if (restarts >= MAX_RESTARTS) return stop(1);
    await sleep(200 * 2 ** restarts);
    if (!stopping) await keep(name, start, port, restarts + 1).catch(fail);
  };
  service.child.once('exit', revive);
  return service;
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  await Promise.allSettled(starting);
  await Promise.all([...running.values()].map((service) => service.stop()));
  if (throwaway) rmSync(dir, { recursive: true, force: true });
  process.exit(code);
}

function fail(error) {
  tell({ refused: error instanceof Refusal ? error.message : String(error?.stack ?? error) });
  return stop(1);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stop(0));
process.on('disconnect', () => stop(0));
process.on('message', (message) => message === 'stop' && stop(0));
// Our beginner may have died while this file was still being read.
if (!process.connected) await stop(0);

try {
  const start = starters();
  const services = await Promise.all(
    wanted.map(async (name) => [name, await keep(name, start[name], await freePort())]),
  );
  tell({ ready: Object.fromEntries(services.map(([name, { url }]) => [name, url])) });
} catch (error) {
  await fail(error);
}

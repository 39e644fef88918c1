// npm start: sets up what is missing, starts database, Redis, API and worker, and stops all of it on Ctrl-C.
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ChildProcess } from './lib/child-process.mjs';
import { lockDataFolder, prepareDataFolder } from './lib/data-folder.mjs';
import { databaseState, markSeeded } from './lib/database-state.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { requireNode } from './lib/node-version.mjs';
import { freePort } from './lib/ports.mjs';
import { requireExternalRedis } from './lib/external-redis.mjs';
import { portalAddress, whenReady } from './lib/portal-address.mjs';
import { ensureRedis } from './lib/redis-program.mjs';
import { dataDir, inRoot } from './lib/root.mjs';
import { lastLines, run } from './lib/run.mjs';
import { elapsed, main, Refusal, say, sayStep } from './lib/say.mjs';
import { serviceSecrets } from './lib/secrets.mjs';
import { startServices } from './lib/services.mjs';
import { Shutdown } from './lib/shutdown.mjs';

const shutdown = new Shutdown();

await main(async () => {
  requireNode();
  shutdown.listen();
  const dir = dataDir();
  prepareDataFolder(dir);
  const lock = lockDataFolder(dir);
  shutdown.later(lock.release);
  try {
    await bringUp(dir, await portalAddress(lock.tookOver));
  } catch (error) {
    // What fails because we are being stopped is no failure.
    if (shutdown.begun) return;
    await shutdown.run();
    throw error;
  }
});

async function bringUp(dir, address) {
  await ensureDependencies();
  const building = ensureBuild();
  building.catch(() => undefined);
  const services = await ownServices(dir);
  await building;

  const embedded = services.postgres !== undefined && services.redis !== undefined;
  const env = await settings(dir, address, services, embedded);
  await prepareDatabase(env, embedded);
  await startPortal(dir, address, env);
  announce(dir, address, env, embedded);
}

/** The services that no address was given for. */
async function ownServices(dir) {
  const wanted = [
    ['postgres', 'DATABASE_URL'],
    ['redis', 'REDIS_URL'],
  ].flatMap(([name, variable]) => (process.env[variable] ? [] : [name]));
  if (wanted.includes('redis')) await ensureRedis();
  else await requireExternalRedis(process.env.REDIS_URL);
  const services = await startServices({ dir, wanted, onEvent: heed });
  shutdown.later(services.stop);
  return services;
}

function heed(event) {
  if (shutdown.begun) return;
  if (event.died)
    say(`! ${event.died} stopped${event.again ? ' and is started again' : ' once too often'}: see the logs`);
  if (event.ended) {
    say(
      '\n✗ PostgreSQL and Redis ended without being asked to: stopping. Their logs are in the data folder.',
    );
    void shutdown.run().then(() => process.exit(1));
  }
}

async function settings(dir, address, services, embedded) {
  const env = process.env;
  return {
    DATABASE_URL: env.DATABASE_URL || services.postgres,
    REDIS_URL: env.REDIS_URL || services.redis,
    HIMPUN_DATA_DIR: dir,
    HIMPUN_SECRET: env.HIMPUN_SECRET || serviceSecrets(dir).portal,
    // Demonstration mode, with its one-click personas, exists on a database of our own and nowhere else.
    HIMPUN_DEMO: embedded ? '1' : '0',
    HOST: address.host,
    PORT: String(address.port),
    PUBLIC_URL: env.PUBLIC_URL || address.url,
    WORKER_PORT: env.WORKER_PORT || String(await freePort()),
    NODE_ENV: env.NODE_ENV || 'production',
  };
}

async function prepareDatabase(env, embedded) {
  const { pending, seeded } = await databaseState(env.DATABASE_URL);
  if (pending) await command('Bringing the database up to date', 'migrate', env);
  if (!embedded || seeded) return;
  await command('Filling in the demonstration association (only this once)', 'seed-demo', env);
  await markSeeded(env.DATABASE_URL);
}

async function command(title, name, env) {
  sayStep(title);
  const cli = inRoot('dist/apps/api/src/cli.js');
  const { code, output } = await run(process.execPath, ['--enable-source-maps', cli, name], { env });
  if (code !== 0) throw new Refusal(`${title} failed:\n${lastLines(output, 12)}`);
}

async function startPortal(dir, address, env) {
  const logFile = (name) => path.join(dir, 'logs', `${name}.log`);
  let isReady = false;
  let refuse;
  const crashedEarly = new Promise((_resolve, reject) => (refuse = reject));
  const children = ['api', 'worker'].map((name) => {
    const onCrash = (line, lastWords) => {
      if (isReady) say(`! ${line}`);
      else refuse(new Refusal(`The ${name} does not start; the end of its log:\n${lastWords()}`));
    };
    return new ChildProcess({
      name,
      entry: `dist/apps/${name}/src/main.js`,
      env,
      logFile: logFile(name),
      onCrash,
    });
  });
  shutdown.later(
    () => Promise.all(children.map((child) => child.stop())),
    () => children.forEach((child) => child.kill()),
  );
  crashedEarly.catch(() => undefined);
  children.forEach((child) => child.start());
  const ready = Promise.all([
    whenReady('api', address.host, address.port),
    whenReady('worker', '127.0.0.1', env.WORKER_PORT),
  ]);
  await Promise.race([ready, crashedEarly]);
  isReady = true;
}

function announce(dir, address, env, embedded) {
  say(`\nHimpun is ready after ${elapsed()} s: ${env.PUBLIC_URL}`);
  if (env.PUBLIC_URL !== address.url) say(`On this machine: ${address.url}`);
  say(
    embedded
      ? `Sign in with one click as a person of the demonstration association: ${env.PUBLIC_URL}/sign-in`
      : `Sign in: ${env.PUBLIC_URL}/sign-in`,
  );
  say(`Data: ${dir}   Logs: ${path.join(dir, 'logs')}   Stop: Ctrl-C`);
}

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port';
import { testDatabase } from './services/database';
import { testRedis } from './services/redis';
import { until } from './until';

const DIST = resolve(__dirname, '../../dist/apps');
const run = promisify(execFile);

/** The whole portal as `npm start` runs it: API with pages, worker, demonstration data; processes of their own. */
export interface Portal {
  url: string;
  databaseUrl: string;
  /** The API's process dies on the spot, as by a power cut. */
  killApi(): Promise<void>;
  /** Starts it again, at the same address, and waits until it answers. */
  startApi(): Promise<void>;
  close(): Promise<void>;
}

/** Needs the build in `dist/`, which `npm test` makes first. `env` adds to the settings. */
export async function startPortal(env: Record<string, string> = {}): Promise<Portal> {
  if (!existsSync(join(DIST, 'api/src/main.js'))) throw new Error('Build first: npm run build');
  const [database, redis, port, workerPort] = await Promise.all([
    testDatabase(),
    testRedis(),
    freePort(),
    freePort(),
  ]);
  const dataDir = mkdtempSync(join(tmpdir(), 'himpun-portal-'));
  const settings: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    HIMPUN_DATA_DIR: dataDir,
    HIMPUN_SECRET: 'ab'.repeat(32),
    HIMPUN_WEB_DIR: resolve(DIST, '../web'),
    HIMPUN_DEMO: '1',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    PUBLIC_URL: `http://localhost:${port}`,
    LOG_LEVEL: 'warn',
    ...env,
  };
  await run(process.execPath, [join(DIST, 'api/src/cli.js'), 'seed-demo'], { env: settings });
  const children = ['api', 'worker'].map((name) => startProcess(name, dataDir, settings));
  const url = `http://localhost:${port}`;
  await until(async () => isReady(`${url}/health/ready`, children, dataDir), Boolean, 60_000);
  await until(
    () => isReady(`http://127.0.0.1:${workerPort}/health/ready`, children, dataDir),
    Boolean,
    60_000,
  );
  return {
    url,
    databaseUrl: database.url,
    killApi: async () => {
      const api = children[0] as ChildProcess;
      const ended = new Promise((done) => api.once('exit', done));
      api.kill('SIGKILL');
      await ended;
    },
    startApi: async () => {
      children[0] = startProcess('api', dataDir, settings);
      await until(async () => isReady(`${url}/health/ready`, children, dataDir), Boolean, 60_000);
    },
    close: async () => {
      await Promise.all(children.map(stop));
      await Promise.all([database.drop(), redis.drop()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function startProcess(name: string, dataDir: string, env: NodeJS.ProcessEnv): ChildProcess {
  const log = openSync(join(dataDir, `${name}.log`), 'a');
  return spawn(process.execPath, [join(DIST, name, 'src/main.js')], { env, stdio: ['ignore', log, log] });
}

async function isReady(url: string, children: ChildProcess[], dataDir: string): Promise<boolean> {
  if (children.some((child) => child.exitCode !== null)) {
    const logs = ['api', 'worker'].map((name) =>
      readFileSync(join(dataDir, `${name}.log`), 'utf8').slice(-3_000),
    );
    throw new Error(`The portal did not start:\n${logs.join('\n')}`);
  }
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(forced);
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../scripts/lib/ports.mjs';
import { whenReady } from '../../scripts/lib/portal-address.mjs';
import { isAlive } from '../../scripts/lib/processes.mjs';
import { cacheDir, inRoot, root } from '../../scripts/lib/root.mjs';
import { lastLines, run, sleep } from '../../scripts/lib/run.mjs';
import { startServices } from '../../scripts/lib/services.mjs';

const withParent = fileURLToPath(new URL('../../scripts/lib/with-parent.mjs', import.meta.url));
const PREFIX = 'bench-';
const STOP_PATIENCE_MS = 15_000;

/** What figures share: services of their own, databases, processes, and the end of all of them. */
export function openBench() {
  removeLeftOvers();
  return new Bench(path.join(cacheDir, `${PREFIX}${process.pid}`));
}

class Bench {
  #dir;
  #services;
  #made = new Map();
  #children = new Set();
  #redisDatabases = 0;

  constructor(dir) {
    this.#dir = dir;
    mkdirSync(path.join(dir, 'logs'), { recursive: true, mode: 0o711 });
  }

  /** Tells whoever watches what is being done. */
  note(text) {
    process.stderr.write(`${text}\n`);
  }

  /** A folder of this run's own. */
  folder(name) {
    return path.join(this.#dir, name);
  }

  /** Makes something once for all figures that share it. */
  once(key, make) {
    if (!this.#made.has(key)) this.#made.set(key, make());
    return this.#made.get(key);
  }

  /** A migrated database of this name; its address. */
  database(name) {
    return this.once(`database ${name}`, async () => {
      const { postgres } = await this.#running();
      const { postgres: password } = JSON.parse(
        readFileSync(path.join(this.folder('services'), 'secrets.json')),
      );
      const admin = new URL(postgres);
      Object.assign(admin, { username: 'postgres', password, pathname: '/postgres' });
      const client = new pg.Client(admin.href);
      await client.connect();
      await client.query(`create database ${name} owner himpun`);
      await client.end();
      const url = Object.assign(new URL(postgres), { pathname: `/${name}` }).href;
      const cli = inRoot('dist/apps/api/src/cli.js');
      const { code, output } = await run(process.execPath, [cli, 'migrate'], {
        env: await this.environment(url),
      });
      if (code !== 0) throw new Error(`The database could not be migrated:\n${lastLines(output)}`);
      return url;
    });
  }

  /** The environment of an API or a worker on this database. */
  environment(databaseUrl) {
    return this.once(`environment ${databaseUrl}`, async () => ({
      DATABASE_URL: databaseUrl,
      REDIS_URL: `${(await this.#running()).redis}/${(this.#redisDatabases += 1)}`,
      HIMPUN_DATA_DIR: this.folder('data'),
      HIMPUN_SECRET: randomBytes(32).toString('hex'),
      HIMPUN_DEMO: '0',
      NODE_ENV: 'production',
      PUBLIC_URL: 'http://localhost:3000',
    }));
  }

  /**
   * Starts one of our processes and waits until it says that it is ready; it ends with the run.
   * @param {string} entry a file in the repository, which answers `/health/ready` on `PORT` (a worker: on `WORKER_PORT`)
   * @returns {Promise<{port: number, pid: number, stop(): Promise<void>, kill(): Promise<void>, cpu(): Promise<number>}>}
   */
  async start(entry, env) {
    const port = await freePort();
    const logFile = path.join(this.#dir, 'logs', `${path.basename(path.dirname(entry))}-${port}.log`);
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(process.execPath, ['--import', withParent, inRoot(entry)], {
      cwd: root,
      detached: true,
      env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: String(port), WORKER_PORT: String(port) },
      stdio: ['ignore', log, log, 'ipc'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const end = async (signal) => {
      child.kill(signal);
      const forced = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
      await ended;
      clearTimeout(forced);
      this.#children.delete(started);
    };
    const started = {
      port,
      pid: child.pid,
      stop: () => end('SIGTERM'),
      kill: () => end('SIGKILL'),
      /** Processor time it has used, in milliseconds; only of entries that answer the question. */
      cpu: () =>
        new Promise((resolve) => {
          child.once('message', ({ user, system }) => resolve((user + system) / 1_000));
          child.send('cpu');
        }),
    };
    this.#children.add(started);
    const died = ended.then(() => {
      throw new Error(`${entry} ended:\n${lastLines(readFileSync(logFile, 'utf8'), 20)}`);
    });
    died.catch(() => undefined);
    await Promise.race([whenReady(entry, '127.0.0.1', port), died]);
    return started;
  }

  async close() {
    await Promise.all([...this.#children].map((child) => child.stop()));
    await (await this.#services)?.stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  /** Durable ones, as `npm start` has them: a registration costs a commit to disk, on both sides of the comparison. */
  #running() {
    this.#services ??= startServices({ dir: this.folder('services'), wanted: ['postgres', 'redis'] });
    return this.#services;
  }
}

/** Statements of a database, until `done`. */
export async function connected(url, use, max = 4) {
  const pool = new pg.Pool({ connectionString: url, max });
  try {
    return await use(pool);
  } finally {
    await pool.end();
  }
}

/** Waits until `isSo` answers true. */
export async function until(isSo, patienceMs, what) {
  const end = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${patienceMs / 1000} s`);
    await sleep(100);
  }
}

function removeLeftOvers() {
  if (!existsSync(cacheDir)) return;
  for (const name of readdirSync(cacheDir)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)$`).exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(path.join(cacheDir, name), { recursive: true, force: true });
  }
}

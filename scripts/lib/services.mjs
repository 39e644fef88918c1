import { fork } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive } from './processes.mjs';
import { cacheDir } from './root.mjs';
import { Refusal } from './say.mjs';

const keeper = path.join(path.dirname(fileURLToPath(import.meta.url)), 'keeper.mjs');

/**
 * Starts real PostgreSQL and Redis servers for this process and answers when both do.
 * They end with `stop()`, and by themselves when this process dies.
 * @param {{dir: string, wanted: ('postgres' | 'redis')[], throwaway?: boolean, onEvent?: (event: object) => void}} options
 *   `throwaway`: for one test run; quick instead of durable, and the folder is removed at the end
 * @returns {Promise<{postgres?: string, redis?: string, stop(): Promise<void>}>} addresses with passwords
 */
export async function startServices({ dir, wanted, throwaway = false, onEvent = () => undefined }) {
  if (wanted.length === 0) return { stop: async () => undefined };
  mkdirSync(path.join(dir, 'logs'), { recursive: true });
  const log = openSync(path.join(dir, 'logs', 'services.log'), 'a', 0o600);
  const child = fork(keeper, [JSON.stringify({ dir, wanted, throwaway })], {
    // Its own process group: Ctrl-C in a terminal must reach the databases last, and from us.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: [],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const addresses = await new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message.ready) resolve(message.ready);
      else if (message.refused) reject(new Refusal(message.refused));
      else onEvent(message);
    });
    child.once('exit', () => reject(new Refusal(`The services ended while starting: see ${dir}/logs.`)));
  });
  child.once('exit', () => onEvent({ ended: true }));
  // A test runner must be able to end without asking us.
  child.unref();
  child.channel?.unref();
  return {
    ...addresses,
    async stop() {
      if (child.connected) child.send('stop');
      child.ref();
      await ended;
    },
  };
}

/** Starts quick, empty services for one test run; their folder goes with them. */
export function startThrowawayServices(onEvent) {
  const prefix = 'test-services-';
  const folders = existsSync(cacheDir) ? readdirSync(cacheDir).filter((name) => name.startsWith(prefix)) : [];
  for (const name of folders) {
    if (!isAlive(Number(name.slice(prefix.length))))
      rmSync(path.join(cacheDir, name), { recursive: true, force: true });
  }
  const dir = path.join(cacheDir, `${prefix}${process.pid}`);
  return startServices({ dir, wanted: ['postgres', 'redis'], throwaway: true, onEvent });
}

import path from 'node:path';
import { cacheDir } from './root.mjs';
import { isProgram, onPath } from './run.mjs';
import { Refusal } from './say.mjs';
import { installSystemPackage, unpackSystemPackage } from './system-packages.mjs';

const unpacked = path.join(cacheDir, 'redis', 'redis-server');

/** The Redis server of this machine (Valkey counts): on PATH, else one unpacked before; undefined when there is none. */
export const redisProgram = () => onPath('redis-server', 'valkey-server') ?? [unpacked].find(isProgram);

/** Finds or fetches a Redis server. */
export async function ensureRedis() {
  if (redisProgram()) return;
  if (await installSystemPackage('redis-server')) return;
  if (await unpackSystemPackage(['redis-server', 'redis-tools'], 'usr/bin/redis-server', unpacked)) return;
  throw new Refusal(
    `Himpun needs a Redis server, and none was found: run "${cure()}", or set REDIS_URL to a running one.`,
  );
}

function cure() {
  if (process.platform === 'darwin') return 'brew install redis';
  const managers = {
    dnf: 'sudo dnf install valkey',
    apk: 'apk add valkey',
    pacman: 'sudo pacman -S valkey',
    zypper: 'sudo zypper install redis',
  };
  const found = Object.keys(managers).find((name) => onPath(name));
  return found ? managers[found] : 'sudo apt-get install redis-server';
}

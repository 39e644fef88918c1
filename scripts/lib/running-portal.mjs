import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataDir } from './root.mjs';
import { Refusal } from './say.mjs';
import { serviceSecrets } from './secrets.mjs';

/** The address of the database of the portal that runs on HIMPUN_DATA_DIR. */
export function runningDatabase() {
  const pidFile = path.join(dataDir(), 'postgres', 'postmaster.pid');
  if (!existsSync(pidFile)) {
    throw new Refusal(
      'The portal is not running: start it (npm start), or name the database in DATABASE_URL.',
    );
  }
  const port = readFileSync(pidFile, 'utf8').split('\n')[3];
  return `postgres://himpun:${serviceSecrets(dataDir()).himpun}@127.0.0.1:${port}/himpun`;
}

/** The secret that the portal seals its keys with; never a new one, which could not open them. */
export function runningSecret() {
  if (!existsSync(path.join(dataDir(), 'secrets.json'))) {
    throw new Refusal(`There is no secrets.json in ${dataDir()}: name the portal's secret in HIMPUN_SECRET.`);
  }
  return serviceSecrets(dataDir()).portal;
}

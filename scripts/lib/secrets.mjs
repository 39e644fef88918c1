import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The passwords and keys of the services of one data folder: drawn at random the first time, readable by the owner alone.
 * @returns {{postgres: string, himpun: string, redis: string, portal: string}} superuser, the portal's own role, Redis, HIMPUN_SECRET
 */
export function serviceSecrets(dir) {
  const file = path.join(dir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const draw = () => randomBytes(24).toString('hex');
  const secrets = {
    postgres: draw(),
    himpun: draw(),
    redis: draw(),
    portal: randomBytes(32).toString('hex'),
  };
  mkdirSync(dir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

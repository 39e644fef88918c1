import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The passwords of the services of one data folder: drawn at random the first time, readable by the owner alone.
 * @returns {{postgres: string, himpun: string, redis: string}} superuser, the portal's own role, Redis
 */
export function serviceSecrets(dir) {
  const file = path.join(dir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const draw = () => randomBytes(24).toString('hex');
  const secrets = { postgres: draw(), himpun: draw(), redis: draw() };
  mkdirSync(dir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

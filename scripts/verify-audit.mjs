// npm run verify-audit: reads the whole audit trail and prints one line of JSON; exit 1 when a row is wrong, naming it.
// Checks the database of DATABASE_URL, else that of the portal running on HIMPUN_DATA_DIR.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { dataDir, inRoot } from './lib/root.mjs';
import { main, Refusal } from './lib/say.mjs';
import { serviceSecrets } from './lib/secrets.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBuild('back');
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', inRoot('dist/apps/api/src/cli.js'), 'verify-audit'],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        DATABASE_URL: process.env.DATABASE_URL || runningDatabase(),
        // The command reads the database alone.
        REDIS_URL: process.env.REDIS_URL || 'redis://127.0.0.1:1',
        HIMPUN_SECRET: process.env.HIMPUN_SECRET || '0'.repeat(64),
      },
    },
  );
  process.exitCode = status ?? 1;
});

function runningDatabase() {
  const pidFile = path.join(dataDir(), 'postgres', 'postmaster.pid');
  if (!existsSync(pidFile)) {
    throw new Refusal(
      'The portal is not running: start it (npm start), or name the database in DATABASE_URL.',
    );
  }
  const port = readFileSync(pidFile, 'utf8').split('\n')[3];
  return `postgres://himpun:${serviceSecrets(dataDir()).himpun}@127.0.0.1:${port}/himpun`;
}

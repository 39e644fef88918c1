// npm run verify-audit: reads the whole audit trail and prints one line of JSON; exit 1 when a row is wrong, naming it.
// Checks the database of DATABASE_URL, else that of the portal running on HIMPUN_DATA_DIR.
import { spawnSync } from 'node:child_process';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot } from './lib/root.mjs';
import { runningDatabase } from './lib/running-portal.mjs';
import { main } from './lib/say.mjs';

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

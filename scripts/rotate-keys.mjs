// npm run rotate-keys: makes a new key for what is kept sealed (evidence, national ids) and seals it anew; the portal may keep running.
// Killed, it is run again and goes on where it stopped. `-- --batch N`: rows at a time.
// Works on the database of DATABASE_URL, else on that of the portal running on HIMPUN_DATA_DIR.
import { spawnSync } from 'node:child_process';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { dataDir, inRoot } from './lib/root.mjs';
import { runningDatabase, runningSecret } from './lib/running-portal.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBuild('back');
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', inRoot('dist/apps/api/src/cli.js'), 'rotate-keys', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        DATABASE_URL: process.env.DATABASE_URL || runningDatabase(),
        HIMPUN_DATA_DIR: dataDir(),
        // Redis has no part in it.
        REDIS_URL: process.env.REDIS_URL || 'redis://127.0.0.1:1',
        HIMPUN_SECRET: process.env.HIMPUN_SECRET || runningSecret(),
        PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`,
      },
    },
  );
  process.exitCode = status ?? 1;
});

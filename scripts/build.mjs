// npm run build: builds what changed since the last build into dist/.
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { requireNode } from './lib/node-version.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  requireNode();
  await ensureDependencies();
  await ensureBuild();
});

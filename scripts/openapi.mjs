// npm run openapi: describes the API of this code in openapi.json, and the page's types made from it.
import { ensureBuild } from './lib/build.mjs';
import { writeContract } from './lib/contract.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBuild('back');
  await writeContract();
});

import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { startThrowawayServices } from '../../../scripts/lib/services.mjs';

/**
 * Runs once before every test run that has more than rule tests. Names the services in the environment, from which
 * `testDatabase` and `testRedis` take them; those of a developer who keeps some running (`node scripts/test-services.mjs`)
 * are used as they are.
 */
export default async function setUp() {
  process.env.CHROMIUM_PATH ??= findChromium() ?? '';
  if (process.env.TEST_PG_ADMIN_URL && process.env.TEST_REDIS_URL) return;
  const services = await startThrowawayServices((event) => {
    if (event.died)
      process.stderr.write(`The ${event.died} of this test run died: see .cache/test-services-*/logs\n`);
  });
  process.env.TEST_PG_ADMIN_URL = services.postgres;
  process.env.TEST_REDIS_URL = services.redis;
  globalThis.himpunTestServices = services;
}

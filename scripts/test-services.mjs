// Starts one PostgreSQL and one Redis for tests, in the foreground, and prints what the tests need to use them:
//   node scripts/test-services.mjs > /tmp/test-env.sh &   then   . /tmp/test-env.sh && npx jest …
import { main, say } from './lib/say.mjs';
import { startThrowawayServices } from './lib/services.mjs';

await main(async () => {
  const services = await startThrowawayServices();
  say(`export TEST_PG_ADMIN_URL=${services.postgres}`);
  say(`export TEST_REDIS_URL=${services.redis}`);
  // Waits for Ctrl-C; an idle timer keeps this process alive meanwhile.
  const idle = setInterval(() => undefined, 1 << 30);
  const stop = async () => {
    clearInterval(idle);
    await services.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
});

import { anAskingGroup, drafts } from './lib/applicants.mjs';
import { connected } from './lib/bench.mjs';
import { checked } from './lib/checked.mjs';
import { interleaved, lineOf } from './lib/rounds.mjs';

const CHECKS = 2_000;
const ROUNDS = 3;
const CONCURRENCY = 20;
const LATENCY_MS = 100;

/**
 * Checks per second of two workers against one: at a source that answers at once, where two workers, PostgreSQL, Redis and the
 * source share the processors of this machine; and at one that takes its time, as real ones do.
 */
export async function measure(bench) {
  return [
    await twoAgainstOne(bench, 'check-machinery-two-workers', 0),
    await twoAgainstOne(bench, `check-machinery-two-workers-${LATENCY_MS}-ms`, LATENCY_MS),
  ];
}

async function twoAgainstOne(bench, name, latency) {
  const databaseUrl = await bench.database(`two_workers_${latency}`);
  const nppes = await bench.start('bench/lib/nppes.mjs', { LATENCY: String(latency) });
  const env = {
    ...(await bench.environment(databaseUrl)),
    NPPES_URL: `http://127.0.0.1:${nppes.port}/api/`,
    NPPES_PER_SECOND: '0',
    CHECK_CONCURRENCY: String(CONCURRENCY),
    LOG_LEVEL: 'warn',
  };
  return connected(databaseUrl, async (pool) => {
    const group = await anAskingGroup(pool);
    const worked = async (count) => {
      const applicants = await drafts(pool, group, CHECKS);
      const starting = Array.from({ length: count }, () => bench.start('dist/apps/worker/src/main.js', env));
      const workers = await Promise.all(starting);
      try {
        // What a new process needs to get going is not measured.
        await checked(pool, group, applicants.slice(0, CHECKS / 10));
        return await checked(pool, group, applicants.slice(CHECKS / 10));
      } finally {
        await Promise.all(workers.map((worker) => worker.stop()));
      }
    };
    const rates = await interleaved({ two: () => worked(2), one: () => worked(1) }, ROUNDS);
    await nppes.stop();
    return lineOf(name, rates.two, rates.one, 'checks/s', { least: 1.7 });
  });
}

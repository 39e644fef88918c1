import { anAskingGroup, drafts } from './lib/applicants.mjs';
import { announced, requestedChecks } from './lib/asked-checks.mjs';
import { connected, until } from './lib/bench.mjs';

const BACKLOG = 10_000;
const PER_SECOND = 50;
const SECONDS = 30;
const LATENCY_MS = 50;
const PATIENCE_MS = 120_000;

/**
 * Two workers before a deep backlog and a source that takes 50 questions a second: the most questions that reached it in any
 * second (wherever that second begins), and how much of the limit was used, by the source's own clock.
 */
export async function measure(bench) {
  const databaseUrl = await bench.database('rate');
  const nppes = await bench.start('bench/lib/nppes.mjs', { LATENCY: String(LATENCY_MS) });
  const origin = `http://127.0.0.1:${nppes.port}`;
  const env = {
    ...(await bench.environment(databaseUrl)),
    NPPES_URL: `${origin}/api/`,
    NPPES_PER_SECOND: String(PER_SECOND),
    CHECK_CONCURRENCY: '20',
    LOG_LEVEL: 'warn',
  };
  return connected(databaseUrl, async (pool) => {
    const group = await anAskingGroup(pool);
    const applicants = await drafts(pool, group, BACKLOG);
    const ids = await requestedChecks(pool, group, applicants);
    const workers = [1, 2].map(() => bench.start('dist/apps/worker/src/main.js', env));
    const started = await Promise.all(workers);
    await announced(pool, ids, 'npi_registry');
    const wanted = PER_SECOND * (SECONDS + 4);
    await until(
      async () => (await arrivals(origin)).length >= wanted,
      PATIENCE_MS,
      'Half a minute of questions',
    );
    await Promise.all(started.map((worker) => worker.stop()));
    // What the workers need to get going is not the limit's.
    const all = await arrivals(origin);
    const steady = all.filter((at) => at >= all[0] + 2_000 && at < all[0] + 2_000 + SECONDS * 1_000);
    const used = steady.length / SECONDS;
    const most = mostInASecond(steady);
    const line = (name, ours, unit, aim) => ({
      ...{ name, ours, limit: PER_SECOND, unit, ratio: ours / PER_SECOND, aim },
    });
    return [
      line('rate-limit-kept', most, 'questions in the fullest second', { most: 1.05 }),
      line('rate-limit-used', used, 'questions/s', { least: 0.95 }),
    ];
  });
}

async function arrivals(origin) {
  return (await fetch(`${origin}/arrivals`)).json();
}

function mostInASecond(moments) {
  let [most, first] = [0, 0];
  for (const [last, at] of moments.entries()) {
    while (at - moments[first] >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

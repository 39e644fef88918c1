import { Load, request } from './lib/load.mjs';
import { browserOf } from './lib/people.mjs';
import { queue } from './lib/queue.mjs';
import { interleaved, lineOf } from './lib/rounds.mjs';

const CONNECTIONS = 4;
const POOL = 10;
const WARM_UP_ROUNDS = 10;
const PAGES_A_ROUND = 240;
const ROUNDS = 7;

/** How officers open the queue: as it is by default, by its tabs, in other orders, further down, and searching. */
function pagesOf(names) {
  const family = (place) => encodeURIComponent(names[place].split(' ').at(-1));
  return [
    '',
    'tab=unassigned',
    'tab=mine',
    'tab=overdue',
    'tab=applicant',
    'page=4',
    'sort=submitted',
    'tab=unassigned&sort=-submitted',
    'waitingOn=officer',
    `q=${family(7)}`,
    `q=${family(4_711)}`,
    'q=P-2026-0471',
  ];
}

/** The slowest page in twenty out of 100 000 open applications: the portal with a session against the same SQL served bare. */
export async function measure(bench) {
  const { databaseUrl, officer, names } = await queue(bench);
  const env = { ...(await bench.environment(databaseUrl)), DATABASE_POOL: String(POOL) };
  const ours = await bench.start('dist/apps/api/src/main.js', env);
  const bare = await bench.start('bench/lib/bare-queue.mjs', {
    ...env,
    BENCH_GROUP: officer.groupId,
    BENCH_PERSON: officer.personId,
  });
  const pages = pagesOf(names);
  const contestant = ({ port }, path, headers) => {
    const load = new Load(port, CONNECTIONS);
    const asks = pages.map((page) => request('GET', `${path}?${page}`, headers));
    const times = async (count) => {
      const list = Array.from({ length: count }, (_, place) => asks[place % asks.length]);
      return (await load.all(list)).milliseconds;
    };
    return {
      warmUp: () => times(WARM_UP_ROUNDS * asks.length),
      run: async () => p95(await times(PAGES_A_ROUND)),
    };
  };
  const portal = contestant(ours, '/api/review/applications', browserOf(officer));
  const limit = contestant(bare, '/queue', {});
  await portal.warmUp();
  await limit.warmUp();
  const rounds = await interleaved({ ours: portal.run, bare: limit.run }, ROUNDS);
  await Promise.all([ours.stop(), bare.stop()]);
  return [lineOf('queue-page', rounds.ours, rounds.bare, 'ms p95', { most: 1.5 })];
}

function p95(milliseconds) {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1];
}

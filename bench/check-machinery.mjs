import { randomUUID } from 'node:crypto';
import Bull from 'bull';
import { Redis } from 'ioredis';
import { anAskingGroup, drafts } from './lib/applicants.mjs';
import { connected } from './lib/bench.mjs';
import { checked } from './lib/checked.mjs';
import { lineOf } from './lib/rounds.mjs';

const CHECKS = 2_000;
const ROUNDS = 3;
const CONCURRENCY = 20;

/**
 * Checks per second of one worker at a source that answers at once, against as many jobs of bare Bull that each write one row.
 * What a check costs PostgreSQL and Redis is counted by the servers themselves and told on standard error.
 */
export async function measure(bench) {
  const databaseUrl = await bench.database('machinery');
  const nppes = await bench.start('bench/lib/nppes.mjs', { LATENCY: '0' });
  const env = {
    ...(await bench.environment(databaseUrl)),
    NPPES_URL: `http://127.0.0.1:${nppes.port}/api/`,
    NPPES_PER_SECOND: '0',
    CHECK_CONCURRENCY: String(CONCURRENCY),
    LOG_LEVEL: 'warn',
  };
  return connected(databaseUrl, async (pool) => {
    await pool.query('CREATE TABLE bare_effects (id uuid PRIMARY KEY)');
    const group = await anAskingGroup(pool);
    const rates = { ours: [], bare: [] };
    const redis = new Redis(env.REDIS_URL);
    const worker = await bench.start('dist/apps/worker/src/main.js', env);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const applicants = await drafts(pool, group, CHECKS);
      const before = await counts(pool, redis);
      const ours = await checked(pool, group, applicants);
      const after = await counts(pool, redis);
      const bare = await bareBull(pool, env.REDIS_URL);
      const bares = await counts(pool, redis);
      // The first round only warms up.
      if (round === 0) continue;
      rates.ours.push(ours);
      rates.bare.push(bare);
      const each = (from, to, key) => ((to[key] - from[key]) / CHECKS).toFixed(1);
      const both = (key) => `${each(before, after, key)} (${each(after, bares, key)})`;
      bench.note(
        `one check (one bare job): ${both('transactions')} transactions, ${both('commands')} Redis commands`,
      );
    }
    await worker.stop();
    redis.disconnect();
    return [lineOf('check-machinery', rates.ours, rates.bare, 'checks/s', { least: 0.333 })];
  });
}

/** As many jobs, at as many at a time, each of which writes one row. */
async function bareBull(pool, redisUrl) {
  const queue = new Bull(`bare-${randomUUID()}`, redisUrl);
  const began = performance.now();
  let done = 0;
  const ended = new Promise((resolve) => {
    void queue.process(Math.ceil(CONCURRENCY * 1.5), async () => {
      await pool.query('INSERT INTO bare_effects VALUES ($1)', [randomUUID()]);
      done += 1;
      if (done === CHECKS) resolve();
    });
  });
  await queue.addBulk(Array.from({ length: CHECKS }, () => ({ data: {}, opts: { removeOnComplete: true } })));
  await ended;
  const rate = (CHECKS * 1_000) / (performance.now() - began);
  await queue.close();
  return rate;
}

async function counts(pool, redis) {
  await pool.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await pool.query(
    'SELECT (xact_commit + xact_rollback)::float8 AS transactions FROM pg_stat_database WHERE datname = current_database()',
  );
  const commands = Number(/total_commands_processed:(\d+)/.exec(await redis.info('stats'))?.[1] ?? 0);
  return { transactions: rows[0].transactions, commands };
}

import { anAskingGroup, drafts, submitted } from './lib/applicants.mjs';
import { connected, until } from './lib/bench.mjs';
import { median } from './lib/rounds.mjs';

const APPLICATIONS = 1_000;
const SOURCES = 2;
const LATENCY_MS = 250;
const CONCURRENCY = 20;
const ROUNDS = 3;
const PATIENCE_MS = 180_000;

/** The source that takes time, asked for every application, so many at a time. The register at hand takes next to none. */
const LEAST_S = (APPLICATIONS * LATENCY_MS) / 1_000 / CONCURRENCY;

/** Seconds until the checks of 1 000 applications sent in at once have ended, against the sources' own latency alone. */
export async function measure(bench) {
  const databaseUrl = await bench.database('checks');
  const nppes = await bench.start('bench/lib/nppes.mjs', { LATENCY: String(LATENCY_MS) });
  const env = {
    ...(await bench.environment(databaseUrl)),
    NPPES_URL: `http://127.0.0.1:${nppes.port}/api/`,
    NPPES_PER_SECOND: '0',
    LOG_LEVEL: 'warn',
  };
  const worker = (concurrency) =>
    bench.start('dist/apps/worker/src/main.js', { ...env, CHECK_CONCURRENCY: String(concurrency) });
  return connected(databaseUrl, async (pool) => {
    await pool.query('CREATE TABLE held_messages (LIKE outbox_messages)');
    const api = await bench.start('dist/apps/api/src/main.js', env);
    const group = await anAskingGroup(pool);
    const batch = async () => {
      const applicants = await drafts(pool, group, APPLICATIONS);
      await submitted(api.port, applicants);
      return hold(pool, applicants);
    };
    const batches = [];
    for (let round = 0; round <= ROUNDS; round += 1) batches.push(await batch());
    await api.stop();
    await pool.query('VACUUM ANALYZE');

    const seconds = await undisturbed(pool, worker, batches.slice(1));
    const killed = await oneKilled(pool, worker, batches[0]);
    const line = (name, taken, aim) => ({
      name,
      ours: taken,
      limit: LEAST_S,
      unit: 's',
      ratio: taken / LEAST_S,
      ...(aim && { aim }),
    });
    return [
      line('check-pipeline', median(seconds), { most: 1.3 }),
      line('check-pipeline-worker-killed', killed),
    ];
  });
}

async function undisturbed(pool, worker, batches) {
  const one = await worker(CONCURRENCY);
  await quiet(pool);
  const seconds = [];
  for (const batch of batches) {
    const began = await release(pool, batch);
    await ended(pool, batch);
    seconds.push(await secondsUntilLast(pool, batch, began));
    await expectOnce(pool, batch);
  }
  await one.stop();
  return seconds;
}

/** Two workers share the work, and one dies by SIGKILL half-way: nothing is lost, nothing is done twice. */
async function oneKilled(pool, worker, batch) {
  const workers = await Promise.all([worker(CONCURRENCY / 2), worker(CONCURRENCY / 2)]);
  await quiet(pool);
  const began = await release(pool, batch);
  await until(async () => (await open(pool, batch)) < batch.checks / 2, PATIENCE_MS, 'Half of the checks');
  await workers[0].kill();
  await ended(pool, batch);
  const seconds = await secondsUntilLast(pool, batch, began);
  await expectOnce(pool, batch);
  await workers[1].stop();
  return seconds;
}

/** Keeps back what the submissions announced, so that all of it can be let go in one moment. */
async function hold(pool, applicants) {
  const ids = applicants.map(({ applicationId }) => applicationId);
  const { rowCount } = await pool.query(
    `WITH taken AS (
       DELETE FROM outbox_messages WHERE type = 'credentials.check_requested' AND relayed_at IS NULL RETURNING *)
     INSERT INTO held_messages SELECT * FROM taken`,
  );
  if (rowCount !== APPLICATIONS * SOURCES)
    throw new Error(`${APPLICATIONS} applications made ${rowCount} checks, not ${SOURCES} each.`);
  return { ids, checks: rowCount };
}

async function release(pool, { ids }) {
  const { rows } = await pool.query(
    `WITH released AS (
       INSERT INTO outbox_messages SELECT h.* FROM held_messages h JOIN checks c ON c.id::text = h.payload ->> 'checkId'
       WHERE c.origin_id = ANY ($1::uuid[]) RETURNING 1)
     SELECT clock_timestamp() AS now, count(*) FROM released`,
    [ids],
  );
  return rows[0].now;
}

async function open(pool, { ids }) {
  const { rows } = await pool.query(
    'SELECT count(*)::int AS open FROM checks WHERE origin_id = ANY ($1::uuid[]) AND ended_at IS NULL',
    [ids],
  );
  return rows[0].open;
}

const ended = (pool, batch) =>
  until(async () => (await open(pool, batch)) === 0, PATIENCE_MS, 'The end of all checks');

async function secondsUntilLast(pool, { ids }, began) {
  const { rows } = await pool.query(
    'SELECT extract(epoch FROM max(ended_at) - $2)::float8 AS seconds FROM checks WHERE origin_id = ANY ($1::uuid[])',
    [ids, began],
  );
  return rows[0].seconds;
}

async function quiet(pool) {
  const waiting = `SELECT count(*)::int AS count FROM outbox_messages WHERE relayed_at IS NULL`;
  await until(async () => (await pool.query(waiting)).rows[0].count === 0, PATIENCE_MS, 'A quiet outbox');
}

/** Each check ended by an answer, was announced once, and stands in the audit trail once; each delivery is done. */
async function expectOnce(pool, { ids, checks }) {
  const count = (type) => `SELECT count(*)::int FROM ${type}`;
  const ofBatch = `SELECT id FROM checks WHERE origin_id = ANY ($1::uuid[])`;
  const asked = `SELECT
    (${count('checks')} WHERE origin_id = ANY ($1::uuid[]) AND run_state = 'ran' AND outcome = 'match') AS matched,
    (${count('outbox_messages m')} WHERE m.type = 'credentials.check_ended' AND (m.payload ->> 'checkId')::uuid IN (${ofBatch})) AS announced,
    (SELECT count(DISTINCT m.payload ->> 'checkId')::int FROM outbox_messages m
      WHERE m.type = 'credentials.check_ended' AND (m.payload ->> 'checkId')::uuid IN (${ofBatch})) AS "announcedChecks",
    (${count('audit_entries e')} WHERE e.action = 'check.ended' AND e.subject_id IN (${ofBatch})) AS audited,
    (${count("outbox_deliveries d JOIN outbox_messages m ON m.id = d.message_id AND m.type = 'credentials.check_requested'")}
      WHERE d.state = 'done' AND (m.payload ->> 'checkId')::uuid IN (${ofBatch})) AS delivered`;
  const counts = async () => (await pool.query(asked, [ids])).rows[0];
  const whole = (found) => Object.values(found).every((number) => number === checks);
  try {
    await until(async () => whole(await counts()), 30_000, 'Each check once');
  } catch {
    throw new Error(`Of ${checks} checks something was lost or doubled: ${JSON.stringify(await counts())}`);
  }
}

import { announced, requestedChecks } from './asked-checks.mjs';
import { until } from './bench.mjs';

const PATIENCE_MS = 180_000;

/** Checks per second from the moment when all of them are announced until the last one has ended. */
export async function checked(pool, group, applicants) {
  const ids = await requestedChecks(pool, group, applicants);
  const began = performance.now();
  await announced(pool, ids, 'npi_registry');
  const open = 'SELECT count(*)::int AS open FROM checks WHERE id = ANY ($1::uuid[]) AND ended_at IS NULL';
  await until(async () => (await pool.query(open, [ids])).rows[0].open === 0, PATIENCE_MS, 'All checks');
  return (ids.length * 1_000) / (performance.now() - began);
}

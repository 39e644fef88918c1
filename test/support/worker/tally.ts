import { Injectable } from '@nestjs/common';
import { Outbox, type RelayedMessage } from '@himpun/outbox';
import { Sql } from '@himpun/database';
import type { Choreography } from '../../../apps/worker/src/queue/choreography';
import { FinalError, QueueProcessor, type Attempt } from '../../../apps/worker/src/queue/queue-processor';
import { WORK } from '../../../apps/worker/src/subscriptions';
import type { TestApp } from '../app';

const TABLES = `
  CREATE TABLE IF NOT EXISTS test_runs (message_id uuid NOT NULL, name text NOT NULL, attempt integer NOT NULL);
  CREATE TABLE IF NOT EXISTS test_effects (message_id uuid PRIMARY KEY, name text NOT NULL);`;

/**
 * Counts, as a room would: an effect under the message's own key. Every begun try is written down as well, so that a test
 * sees that a job really ran twice. `fails`: tries that fail first; `poison`: always; `final`: at once; `slowMs`: how long
 * it works between noting the try and its effect.
 */
@Injectable()
export class TallyProcessor extends QueueProcessor {
  readonly queues = ['tests-count'];

  constructor(private readonly sql: Sql) {
    super();
  }

  async effect(message: RelayedMessage, attempt: Attempt): Promise<void> {
    const { id } = message;
    const { name, fails = 0, slowMs = 0, poison, final } = message.payload as unknown as TallyPayload;
    await this.sql.rows('INSERT INTO test_runs VALUES ($1, $2, $3)', [id, name, attempt.number]);
    if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs));
    if (final) throw new FinalError('never');
    if (poison || attempt.number <= fails) throw new Error('not this time');
    await this.sql.rows('INSERT INTO test_effects VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, name]);
  }
}

export interface TallyPayload {
  name: string;
  fails?: number;
  slowMs?: number;
  poison?: boolean;
  final?: boolean;
}

/** The worker's own choreography and a queue for tests. */
export const TEST_WORK: Choreography = {
  queues: [...WORK.queues, { name: 'tests-count', concurrency: 10, attempts: 4 }],
  subscriptions: {
    ...WORK.subscriptions,
    'tests.counted': ['tests-count'],
  },
  processors: [...WORK.processors, TallyProcessor],
  schedules: WORK.schedules,
};

/** Announces something for the test queue, as a room would. */
export async function announce(
  api: Pick<TestApp, 'app' | 'db'>,
  type: string,
  payload: TallyPayload,
): Promise<string> {
  await api.db.query(TABLES);
  return api.db.transaction((tx) => api.app.get(Outbox).announce(tx, type, { ...payload }));
}

/** How often each name had its effect. */
export async function tallies(api: Pick<TestApp, 'db'>): Promise<{ name: string; effects: number }[]> {
  return api.db.query('SELECT name, count(*)::int AS effects FROM test_effects GROUP BY name ORDER BY name');
}

/** How many tries of a name were begun. */
export async function runsOf(api: Pick<TestApp, 'db'>, name: string): Promise<number> {
  const [row]: { runs: number }[] = await api.db.query(
    'SELECT count(*)::int AS runs FROM test_runs WHERE name = $1',
    [name],
  );
  return row?.runs ?? 0;
}

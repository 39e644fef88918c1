import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import type { DataSource } from 'typeorm';
import type { Choreography } from '../../apps/worker/src/queue/choreography';
import { OutboxSweep } from '../../apps/worker/src/queue/outbox-sweep';
import type { QueueProcessor } from '../../apps/worker/src/queue/queue-processor';
import type { ScheduledTask } from '../../apps/worker/src/queue/scheduled-task';
import { WORK } from '../../apps/worker/src/subscriptions';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import type { TestApp } from './app';

const ROOT = join(__dirname, '../..');
const SETTLE_LIMIT_MS = 30_000;

/** A worker inside the test, with the test's clock. */
export interface TestWorker {
  app: INestApplicationContext;
  /** Waits until nothing announced is still on its way: every delivery is done or dead. */
  settled(): Promise<void>;
  /** A processor, to run its effect by hand: `worker.processor(MailProcessor).effect(message, attempt)`. */
  processor<P extends QueueProcessor>(type: new (...args: never[]) => P): P;
  /** Runs what a schedule would run, now. */
  run<T extends ScheduledTask>(type: new (...args: never[]) => T): Promise<void>;
  /** Sends again what queues have lost, without waiting for the next sweep. */
  sweep(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts a worker beside a test's API: same database, Redis and clock. Close it before the API.
 * @param work the choreography, where a test adds queues of its own.
 */
export async function startWorker(
  api: TestApp,
  env: Record<string, string> = {},
  work: Choreography = WORK,
): Promise<TestWorker> {
  Object.assign(process.env, env);
  const app = await Test.createTestingModule({ imports: [WorkerModule.for(work)] })
    .overrideProvider(Clock)
    .useValue(api.clock)
    .compile();
  app.useLogger(false);
  await app.init();
  return {
    app,
    settled: () => settled(api.db),
    processor: (type) => app.get(type, { strict: false }),
    run: (type) => app.get(type, { strict: false }).run(),
    sweep: () => app.get(OutboxSweep, { strict: false }).sweep(),
    close: () => app.close(),
  };
}

/** Waits until every message is relayed and every delivery is done or dead; fails with what is still open. */
export async function settled(db: DataSource, limitMs = SETTLE_LIMIT_MS): Promise<void> {
  const until = Date.now() + limitMs;
  for (;;) {
    const open: Record<string, unknown>[] = await db.query(
      `SELECT m.type, d.queue, d.attempts, d.last_error FROM outbox_messages m
       LEFT JOIN outbox_deliveries d ON d.message_id = m.id
       WHERE m.relayed_at IS NULL OR d.state = 'queued' LIMIT 5`,
    );
    if (open.length === 0) return;
    if (Date.now() > until) throw new Error(`Still on their way: ${JSON.stringify(open)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** A process of our own that a test can kill. */
export interface TestProcess {
  child: ChildProcess;
  /** Its own address on this machine. */
  url: string;
  /** What it has written so far. */
  output(): string;
  /** Ends it at once, as a power cut would, or asks it to stop; answers with exit code or signal. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | NodeJS.Signals>;
}

/** A real worker process on the API's database and Redis, with the machine's clock. */
export function spawnWorker(
  api: Pick<TestApp, 'databaseUrl' | 'redisUrl' | 'dataDir'>,
  env: Record<string, string> = {},
  entry = 'apps/worker/src/main.ts',
): Promise<TestProcess> {
  return spawnOurs(entry, / answers on (http:[\w:./]+)/, {
    DATABASE_URL: api.databaseUrl,
    REDIS_URL: api.redisUrl,
    HIMPUN_DATA_DIR: api.dataDir,
    WORKER_PORT: '0',
    ...env,
  });
}

/** A real API process. */
export function spawnApi(
  services: Pick<TestApp, 'databaseUrl' | 'redisUrl' | 'dataDir'>,
  env: Record<string, string> = {},
): Promise<TestProcess> {
  return spawnOurs('apps/api/src/main.ts', /listening on (http:[\w:./]+)/, {
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    HIMPUN_DATA_DIR: services.dataDir,
    HIMPUN_WEB_DIR: join(services.dataDir, 'no-web'),
    PORT: '0',
    ...env,
  });
}

async function spawnOurs(entry: string, ready: RegExp, env: Record<string, string>): Promise<TestProcess> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', '-r', join(__dirname, 'run-typescript.cjs'), join(ROOT, entry)],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', LOG_LEVEL: 'info', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('no pipes');
  for (const stream of [stdout, stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = ready.exec(output)?.[1];
      if (found) resolve(found);
    };
    stdout.on('data', look);
    stderr.on('data', look);
    void ended.then(() => reject(new Error(`${entry} ended at once:\n${output}`)));
  });
  return {
    child,
    url,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await ended;
      return code ?? by ?? 0;
    },
  };
}

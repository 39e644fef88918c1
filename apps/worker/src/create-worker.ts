import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Settings } from '@himpun/kernel';
import type { Choreography } from './queue/choreography';
import { serveWorker } from './queue/worker-server';
import { WORK } from './subscriptions';
import { WorkerModule } from './worker.module';

/** The worker as it runs: taking jobs, and answering on its own port of this machine. */
export async function startWorkerProcess(
  choreography: Choreography = WORK,
): Promise<INestApplicationContext> {
  const settings = new Settings(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.for(choreography), {
    logger: settings.logLevel === 'silent' ? false : ['fatal', 'error', 'warn', 'log'],
  });
  const server = await serveWorker(app);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void Promise.allSettled([server.close(), app.close()]).then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return app;
}

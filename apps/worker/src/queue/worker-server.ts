import { createBullBoard } from '@bull-board/api';
import { BullAdapter } from '@bull-board/api/bullAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import { SourceFigures } from '@himpun/credentials';
import { internalToken, isInternalToken, Settings } from '@himpun/kernel';
import { Sql } from '@himpun/database';
import Fastify, { type FastifyInstance } from 'fastify';
import { Metrics } from './metrics';
import { Queues } from './queues';
import { RedisConnections } from './redis-connections';

const HOST = '127.0.0.1';
const DASHBOARD = '/admin/queues';

/** The worker's own door on this machine: health for whoever watches, the dashboard for the API, which asks who is there. */
export async function serveWorker(app: INestApplicationContext): Promise<FastifyInstance> {
  const settings = app.get(Settings);
  const server = Fastify({ logger: false });
  server.get('/health/live', () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const database = await isUp(app.get(Sql));
    const redis = app.get(RedisConnections, { strict: false }).isReady();
    if (!database || !redis) void reply.status(503).header('Retry-After', '5');
    return {
      status: database && redis ? 'ok' : 'down',
      database: database ? 'up' : 'down',
      redis: redis ? 'up' : 'down',
    };
  });
  await server.register(async (guarded) => {
    const token = internalToken(settings.secret, 'worker');
    guarded.addHook('onRequest', async (request, reply) => {
      if (!isInternalToken(request.headers['x-himpun-internal'], token)) await reply.status(404).send();
    });
    guarded.get('/metrics', (_request, reply) =>
      reply
        .type('text/plain; version=0.0.4')
        .send(app.get(Metrics, { strict: false }).text() + app.get(SourceFigures, { strict: false }).text()),
    );
    await guarded.register(dashboard(app.get(Queues, { strict: false })), { prefix: DASHBOARD });
  });
  await server.listen({ port: settings.workerPort, host: HOST });
  new Logger('worker').log(`answers on ${server.listeningOrigin}`);
  return server;
}

/** Bull's dashboard, for reading only: what an officer changes goes through our own page and into the audit trail. */
function dashboard(queues: Queues): ReturnType<FastifyAdapter['registerPlugin']> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(DASHBOARD);
  createBullBoard({
    queues: queues.all().map((queue) => new BullAdapter(queue, { readOnlyMode: true, allowRetries: false })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Himpun' } },
  });
  return adapter.registerPlugin();
}

async function isUp(sql: Sql): Promise<boolean> {
  try {
    await sql.row('SELECT 1 AS up');
    return true;
  } catch {
    return false;
  }
}

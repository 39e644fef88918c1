import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** One line for each answer: the route's pattern instead of the address, which may carry tokens and names. */
export function logRequests(server: FastifyInstance, log: Logger): void {
  // The fields below are all there is, so nothing has to be searched for secrets, line by line.
  const plain = log.child({}, { redact: [] });
  server.addHook('onResponse', async (request, reply) => {
    const line = {
      reference: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      accountId: request.actor?.accountId ?? null,
    };
    if (reply.statusCode >= 500) plain.error(line, 'answered');
    else plain.info(line, 'answered');
  });
}

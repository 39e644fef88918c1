import type { FastifyInstance } from 'fastify';

/** Requests at work get this long to end after a signal to stop; streams that never end by themselves are cut off then. */
const LEAVE_MS = 20_000;

/** Closing waits for answers that are on their way, but not for ever. */
export function closeInTime(server: FastifyInstance, leaveMs = LEAVE_MS): void {
  server.addHook('preClose', async () => {
    setTimeout(() => server.server.closeAllConnections(), leaveMs).unref();
  });
}

import net from 'node:net';
import { Refusal } from './say.mjs';

const PATIENCE_MS = 5_000;

/** Refuses an address in REDIS_URL where nobody listens; what else may be wrong there, the logs tell. */
export async function requireExternalRedis(url) {
  const { hostname, port } = parsed(url);
  const answers = await new Promise((resolve) => {
    const socket = net.connect(Number(port || 6379), hostname.replace(/^\[|\]$/g, ''));
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.once('connect', () => {
      resolve(true);
      socket.end();
    });
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(false));
  });
  if (!answers) throw new Refusal(`Redis at ${hostname}:${port || 6379} does not answer: check REDIS_URL.`);
}

function parsed(url) {
  try {
    return new URL(url);
  } catch {
    throw new Refusal('REDIS_URL is no address: it looks like redis://user:password@host:6379.');
  }
}

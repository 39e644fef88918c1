import { portIsFree } from './ports.mjs';
import { sleep } from './run.mjs';
import { Refusal } from './say.mjs';

const READY_PATIENCE_MS = 90_000;
const LEFT_OVER_PATIENCE_MS = 20_000;

/**
 * Where the portal will listen: `HOST` (default 127.0.0.1) and `PORT` (default 3000).
 * @param {boolean} afterKilledStart the processes of a killed start may need some seconds to leave the port
 * @throws Refusal when the port is no port or somebody else listens there
 */
export async function portalAddress(afterKilledStart) {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a whole number from 1 to 65535, and it is "${text}".`);
  }
  const host = process.env.HOST || '127.0.0.1';
  const until = Date.now() + (afterKilledStart ? LEFT_OVER_PATIENCE_MS : 0);
  while (!(await isFree(port, host))) {
    if (Date.now() >= until)
      throw new Refusal(
        `Port ${port} is in use by another program: stop it, or choose another port, for example PORT=${port + 1} npm start.`,
      );
    await sleep(200);
  }
  return { host, port, url: `http://localhost:${port}` };
}

/** A browser may take `localhost` for ::1, so nobody else may listen there either. */
async function isFree(port, host) {
  try {
    return (await portIsFree(port, host)) && (await portIsFree(port, '::1'));
  } catch (error) {
    const why =
      error.code === 'EACCES'
        ? 'is reserved for the system (ports below 1024 are)'
        : `cannot be used (${error.code})`;
    throw new Refusal(`Port ${port} on ${host} ${why}: choose another one in PORT or HOST.`);
  }
}

/** Waits until what listens there says that it is ready. */
export async function whenReady(name, host, port) {
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const address = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/health/ready`;
  const until = Date.now() + READY_PATIENCE_MS;
  while (Date.now() < until) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Refusal(
    `The ${name} did not become ready within ${READY_PATIENCE_MS / 1000} s: see its log in the data folder.`,
  );
}

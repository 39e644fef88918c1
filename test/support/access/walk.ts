import type { TestApp } from '../app';
import type { AccessTable } from './table';

/** What the door answered: no session, no power, or let through to whatever lies behind. */
export type Passage = '401' | '403' | 'open';

/** Routes of the router without a row, and rows without a route. */
export function tableGaps(routes: readonly string[], table: AccessTable): string[] {
  const missing = routes.filter((route) => !(route in table)).map((route) => `no row: ${route}`);
  const left = Object.keys(table).filter((route) => !routes.includes(route));
  return [...missing, ...left.map((route) => `no route: ${route}`)];
}

/** What the table says somebody with these powers meets; null is a stranger. */
export function expectedPassage(
  rule: AccessTable[string] | undefined,
  powers: readonly string[] | null,
): Passage {
  if (rule === 'public') return 'open';
  if (powers === null) return '401';
  if (rule === 'signed_in') return 'open';
  return rule?.some((power) => powers.includes(power)) ? 'open' : '403';
}

/**
 * Calls every route as somebody with these powers, each time with a fresh cookie (some routes end the session), and
 * tells where the answer differs from the table. Only the door's own refusals count: what a room refuses behind it has other codes.
 */
export async function walk(
  api: Pick<TestApp, 'url' | 'flushRedis'>,
  routes: readonly string[],
  table: AccessTable,
  powers: readonly string[] | null,
  cookie: () => Promise<string | null>,
): Promise<string[]> {
  await api.flushRedis();
  const differences: string[] = [];
  for (const route of routes) {
    const expected = expectedPassage(table[route], powers);
    const met = await passage(api.url, route, await cookie());
    if (met !== expected) differences.push(`${route}: ${met} instead of ${expected}`);
  }
  return differences;
}

async function passage(url: string, route: string, cookie: string | null): Promise<Passage> {
  const [method = '', path = ''] = route.split(' ');
  const writes = method !== 'GET' && method !== 'DELETE';
  // A stream of events never ends: the head of the answer is enough, and only problems are read.
  const stop = new AbortController();
  const response = await fetch(url + filledIn(path), {
    method,
    redirect: 'manual',
    signal: stop.signal,
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      ...(cookie && { Cookie: cookie }),
      ...(writes && { 'Content-Type': 'application/json' }),
    },
    ...(writes && { body: '{}' }),
  });
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  const { code } = (isProblem ? await response.json() : {}) as { code?: string };
  stop.abort();
  if (code === 'session.unauthenticated') return '401';
  return code === 'route.forbidden' ? '403' : 'open';
}

/** Parameters become an id that nothing has; a wildcard becomes a name. */
function filledIn(path: string): string {
  return path.replace(/:\w+/g, () => crypto.randomUUID()).replace(/\*/g, 'nothing');
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** How the stand-in answers the next questions. */
export type NppesMood =
  | { kind: 'well' }
  | { kind: 'busy'; retryAfter: string }
  | { kind: 'down' }
  | { kind: 'reset' }
  | { kind: 'truncated' }
  | { kind: 'html' }
  | { kind: 'errors'; number: string; description: string };

/** A server that answers like NPPES v2.1, from records of a test's own. */
export interface NppesStandIn {
  url: string;
  /** Numbers asked for, in order. */
  asked: string[];
  /** Most questions open at one time so far. */
  mostAtOnce: number;
  records: Map<string, unknown>;
  mood: NppesMood;
  /** A number that the server breaks over. */
  poison: string | null;
  /** Milliseconds before each answer. */
  latency: number;
  close(): Promise<void>;
}

export async function nppesStandIn(): Promise<NppesStandIn> {
  let open = 0;
  const server = createServer((request, response) => {
    open += 1;
    standIn.mostAtOnce = Math.max(standIn.mostAtOnce, open);
    response.on('close', () => (open -= 1));
    setTimeout(() => answer(standIn, request, response), standIn.latency);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: NppesStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    asked: [],
    mostAtOnce: 0,
    records: new Map<string, unknown>(recordings()),
    mood: { kind: 'well' },
    poison: null,
    latency: 0,
    close: () => closed(server),
  };
  return standIn;
}

/** A provider as today's NPPES lists one. */
export function aProvider(
  number: string,
  change: { first?: string; last?: string; status?: string; taxonomy?: string } = {},
) {
  return {
    number,
    enumeration_type: 'NPI-1',
    created_epoch: '1127757462000',
    last_updated_epoch: '1326893645000',
    basic: {
      first_name: change.first ?? 'ANA',
      last_name: change.last ?? 'LESTARI',
      middle_name: '--',
      credential: 'PT',
      sex: 'F',
      enumeration_date: '2005-09-26',
      last_updated: '2012-01-18',
      status: change.status ?? 'A',
    },
    taxonomies: [
      {
        code: '225100000X',
        desc: change.taxonomy ?? 'Physical Therapist',
        state: 'PA',
        license: 'NA',
        primary: true,
      },
    ],
    addresses: [],
    identifiers: [],
    other_names: [],
  };
}

/** A valid NPI from nine digits: the check digit is Luhn over `80840` and the number. */
export function npiFrom(nine: string): string {
  for (let check = 0; check < 10; check += 1) {
    const digits = [...`80840${nine}${check}`].reverse().map(Number);
    const sum = digits.reduce((total, digit, at) => {
      const value = at % 2 === 1 ? digit * 2 : digit;
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return `${nine}${check}`;
  }
  throw new Error('unreachable');
}

function answer(standIn: NppesStandIn, request: IncomingMessage, response: ServerResponse): void {
  const query = new URL(request.url ?? '/', standIn.url).searchParams;
  const number = query.get('number') ?? '';
  standIn.asked.push(number);
  const mood: NppesMood = standIn.poison === number ? { kind: 'down' } : standIn.mood;
  const json = (body: unknown): void => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
  switch (mood.kind) {
    case 'busy':
      return void response.writeHead(429, { 'Retry-After': mood.retryAfter }).end('slow down');
    case 'down':
      return void response.writeHead(503).end('Service Unavailable');
    case 'reset':
      return void request.socket.destroy();
    case 'html':
      return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Maintenance</html>');
    case 'truncated':
      return void response
        .writeHead(200)
        .end(JSON.stringify({ result_count: 1, results: [{}] }).slice(0, 20));
    case 'errors':
      return json({ Errors: [{ number: mood.number, field: 'number', description: mood.description }] });
    case 'well': {
      const found = standIn.records.get(number);
      return json({ result_count: found ? 1 : 0, results: found ? [found] : [] });
    }
  }
}

/** Answers that others recorded, where this clone has them. */
function recordings(): [string, unknown][] {
  const folder = join(process.env.HIMPUN_SAMPLES ?? '../shared/data', 'registries/nppes');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => {
    const body = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { results?: { number: unknown }[] };
    return (body.results ?? []).map((record): [string, unknown] => [String(record.number), record]);
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

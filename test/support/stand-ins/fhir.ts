import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the stand-in answers the next searches. */
export type FhirMood =
  | 'well'
  | 'busy'
  | 'busy_until'
  | 'down'
  | 'slow'
  | 'cut'
  | 'html'
  | 'huge'
  | 'redirect'
  | 'refused'
  | 'forbidden';

/** A FHIR R4 server with a token server before it, as SATUSEHAT has one. */
export interface FhirStandIn {
  url: string;
  tokenUrl: string;
  /** Identifiers searched for, in order; pages are searches of their own. */
  asked: string[];
  /** Tokens handed out so far. */
  tokens: number;
  /** By the value searched for. */
  people: Map<string, unknown[]>;
  mood: FhirMood;
  /** Milliseconds before an answer. */
  latency: number;
  /** Entries per page. */
  pageSize: number;
  /** From now on only tokens handed out later are taken. */
  expireTokens(): void;
  /** Questions that came after a redirect to the place behind the wall. */
  behindTheWall: number;
  close(): Promise<void>;
}

const SECRET = 's3cret';

export async function fhirStandIn(): Promise<FhirStandIn> {
  let valid = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', standIn.url);
    if (url.pathname === '/wall') {
      standIn.behindTheWall += 1;
      return void response.end('{}');
    }
    if (url.pathname === '/token') return void grant(request, response);
    if (Number(/^Bearer t(\d+)$/.exec(request.headers.authorization ?? '')?.[1] ?? 0) <= valid) {
      return void response.writeHead(401, { 'Content-Type': 'application/json' }).end(FAULT);
    }
    return search(standIn, url, response);
  });
  const grant = (request: IncomingMessage, response: ServerResponse): void => {
    let form = '';
    request.on('data', (part) => (form += String(part)));
    request.on('end', () => {
      if (new URLSearchParams(form).get('client_secret') !== SECRET) {
        return void response.writeHead(401).end('{"error":"invalid_client"}');
      }
      standIn.tokens += 1;
      const answer = { token_type: 'BearerToken', access_token: `t${standIn.tokens}`, expires_in: '3599' };
      return void response.end(JSON.stringify(answer));
    });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const standIn: FhirStandIn = {
    url: `${origin}/fhir`,
    tokenUrl: `${origin}/token`,
    ...{ asked: [], tokens: 0, people: new Map(), mood: 'well', latency: 0, pageSize: 10, behindTheWall: 0 },
    expireTokens: () => (valid = standIn.tokens),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return standIn;
}

/** A practitioner as SATUSEHAT lists one. */
export function aPractitioner(name: string, nik: string, number: string, change: object = {}) {
  return {
    ...{ resourceType: 'Practitioner', id: number, name: [{ use: 'official', text: name }] },
    identifier: [{ system: 'https://fhir.kemkes.go.id/id/nik', use: 'official', value: nik }],
    qualification: [{ code: { coding: [{ display: 'Fisioterapis' }] }, identifier: [{ value: number }] }],
    ...change,
  };
}

const FAULT = JSON.stringify({
  fault: { faultstring: 'Invalid access token', detail: { errorcode: 'oauth.v2.InvalidAccessToken' } },
});

function search(standIn: FhirStandIn, url: URL, response: ServerResponse): void {
  const value = (url.searchParams.get('identifier') ?? '').split('|').at(-1) ?? '';
  standIn.asked.push(value);
  const page = Number(url.searchParams.get('page') ?? 0);
  const people = standIn.people.get(value) ?? [];
  const from = page * standIn.pageSize;
  const more = from + standIn.pageSize < people.length;
  url.searchParams.set('page', String(page + 1));
  const body = JSON.stringify({
    ...{ resourceType: 'Bundle', type: 'searchset', total: people.length },
    entry: people.slice(from, from + standIn.pageSize).map((resource) => ({ resource })),
    link: more ? [{ relation: 'next', url: url.href }] : [],
  });
  const issue = JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'value', details: { text: '(RuleNumber: 10117)' } }],
  });
  const answers: Record<FhirMood, () => void> = {
    well: () => setTimeout(() => response.end(body), standIn.latency),
    busy: () => response.writeHead(429, { 'Retry-After': '7' }).end('slow down'),
    busy_until: () =>
      response
        .writeHead(429, {
          Date: 'Sat, 21 Nov 2026 07:00:00 GMT',
          'Retry-After': 'Sat, 21 Nov 2026 07:00:09 GMT',
        })
        .end(),
    down: () => response.writeHead(503).end('Gateway Timeout'),
    slow: () => setTimeout(() => response.end(body), 60_000).unref(),
    cut: () => {
      response.writeHead(200, { 'Content-Length': String(body.length) });
      response.write(body.slice(0, 30));
      setTimeout(() => response.destroy(), 20);
    },
    html: () => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Maintenance</html>'),
    huge: () => response.end(`{"resourceType":"Bundle","x":"${'x'.repeat(3 * 1024 * 1024)}"}`),
    redirect: () => response.writeHead(302, { Location: new URL('/wall', standIn.url).href }).end(),
    refused: () => response.writeHead(400).end(issue),
    forbidden: () => response.writeHead(403).end('{"error":"forbidden"}'),
  };
  response.setHeader('Content-Type', 'application/fhir+json');
  answers[standIn.mood]();
}

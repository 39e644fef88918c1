// A register of health care providers that knows everybody, and takes a fixed time for each answer: LATENCY milliseconds.
import http from 'node:http';

const { HOST, PORT, LATENCY } = process.env;

const provider = (number) => ({
  number,
  enumeration_type: 'NPI-1',
  basic: {
    first_name: 'ANA',
    last_name: 'LESTARI',
    middle_name: '--',
    status: 'A',
    last_updated: '2026-01-18',
  },
  taxonomies: [{ code: '225100000X', desc: 'Physical Therapist', state: 'PA', license: 'NA', primary: true }],
  addresses: [],
  identifiers: [],
  other_names: [],
});

/** When questions came, in milliseconds of this process's clock. */
const arrivals = [];

const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname === '/health/ready') return response.end('{"status":"ok"}');
  if (url.pathname === '/arrivals') return response.end(JSON.stringify(arrivals));
  arrivals.push(performance.now());
  const results = [provider(url.searchParams.get('number'))];
  const body = JSON.stringify({ result_count: results.length, results });
  response.setHeader('Content-Type', 'application/json');
  return setTimeout(() => response.end(body), Number(LATENCY));
});
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), HOST);

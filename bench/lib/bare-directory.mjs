// The limit of the directory's figures: the portal's own statements, prepared, with the same pool, behind nothing but node:http.
import http from 'node:http';
import pg from 'pg';
import { statements } from './directory.mjs';

const { CONTAINING, PERSON } = statements();
const { DATABASE_URL, DATABASE_POOL, HOST, PORT, BENCH_GROUP } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DATABASE_POOL) });
const groups = [BENCH_GROUP];

const routes = {
  '/health/ready': () => ({ status: 'ok' }),
  '/people': async (query) => {
    const values = [groups, null, query.get('q'), 20, 0];
    const { rows } = await pool.query({ name: 'search', text: CONTAINING, values });
    return { items: rows, total: rows[0]?.total ?? 0, page: 1, pageSize: 20 };
  },
  '/person': async (query) => {
    const { rows } = await pool.query({ name: 'person', text: PERSON, values: [query.get('id'), groups] });
    return rows[0];
  },
};

const server = http.createServer(async (request, response) => {
  const [path, query] = request.url.split('?');
  const body = JSON.stringify(await routes[path](new URLSearchParams(query)));
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
});
server.listen(Number(PORT), HOST);

// The limit of the queue's figure: the portal's own statements, prepared, with the same pool, behind nothing but node:http.
import { createHash } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';
import { statements } from './queue.mjs';

const { DATABASE_URL, DATABASE_POOL, HOST, PORT, BENCH_GROUP, BENCH_PERSON } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DATABASE_POOL) });
const officer = { groupId: BENCH_GROUP, personId: BENCH_PERSON };
const asked = statements();
const names = new Map();

async function rowsOf({ text, values }) {
  if (!names.has(text)) names.set(text, createHash('sha1').update(text).digest('hex'));
  return (await pool.query({ name: names.get(text), text, values })).rows;
}

const server = http.createServer(async (request, response) => {
  const [path, query] = request.url.split('?');
  let answer = { status: 'ok' };
  if (path === '/queue') {
    const [items, [counts]] = await Promise.all(asked(officer, new URLSearchParams(query)).map(rowsOf));
    answer = { items, counts };
  }
  const body = JSON.stringify(answer);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
});
server.listen(Number(PORT), HOST);

// The API with one part taken out of this process (never of the code), to see what the part costs: BENCH_WITHOUT names it.
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/root.mjs';

const require = createRequire(import.meta.url);
const built = (file) => require(inRoot('dist', `${file}.js`));
require('reflect-metadata');

const { SessionCookie } = built('apps/api/src/http/session-cookie');
const { Sessions } = built('libs/identity/src/index');
const { DirectoryQueries } = built('libs/membership/src/index');
const views = built('apps/api/src/directory/directory.view');
const { ValidationPipe } = require('@nestjs/common');

const asIs = (value) => value;
let remembered;

const without = {
  // The session is looked up once; every later request is the same person's.
  session() {
    const { resume } = Sessions.prototype;
    Sessions.prototype.resume = async function (token) {
      return (remembered ??= await resume.call(this, token));
    };
  },
  // The values the pipe would have made are there already; the rest of the pipeline stays.
  validation() {
    ValidationPipe.prototype.transform = (value) =>
      typeof value === 'object' ? { ...value, page: 1, pageSize: 20 } : value;
  },
  view() {
    views.DirectoryLineView.of = asIs;
    views.DirectoryPersonView.of = asIs;
  },
  logging() {
    process.env.LOG_LEVEL = 'silent';
  },
  // Headers, defence against other sites, and the looks into what was sent.
  hooks() {
    built('apps/api/src/http/headers').setCommonHeaders = () => undefined;
    built('apps/api/src/http/same-origin').refuseCrossSite = () => undefined;
    const shape = built('apps/api/src/http/input-shape');
    shape.refuseOtherTypes = () => undefined;
    shape.refuseHostileShape = () => undefined;
    built('apps/api/src/http/clean-text').brokenText = () => [];
  },
  nest: () => undefined,
  nothing: () => undefined,
};

/** The directory's two routes as plain Fastify handlers, with session, query and view, but without Nest's way to a handler. */
function servePlainly(app) {
  const server = app.getHttpAdapter().getInstance();
  const parts = [SessionCookie, Sessions, DirectoryQueries].map((type) => app.get(type, { strict: false }));
  const [cookie, sessions, queries] = parts;
  server.addHook('onRequest', async (request, reply) => {
    const target = request.url.split('?')[0];
    if (!target.startsWith('/api/directory/people')) return;
    request.actor = (await sessions.resume(cookie.read(request))).actor;
    const id = target.split('/')[4];
    const answer = id
      ? views.DirectoryPersonView.of(await queries.person(request.actor, id))
      : await searched(queries, request);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  });
}

async function searched(queries, { actor, query }) {
  const search = { q: query.q, groupId: null, page: 1, pageSize: 20 };
  const { items, total } = await queries.search(actor, search);
  return { items: items.map((line) => views.DirectoryLineView.of(line)), total, page: 1, pageSize: 20 };
}

without[process.env.BENCH_WITHOUT]();
const { createApiApp } = built('apps/api/src/create-app');
const app = await createApiApp();
if (process.env.BENCH_WITHOUT === 'nest') servePlainly(app);
process.on('message', () => process.send(process.cpuUsage()));
await app.listen(Number(process.env.PORT), process.env.HOST);

import './http/request';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { INestApplication } from '@nestjs/common';
import { newId, Settings } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { brokenText } from './http/clean-text';
import { closeInTime } from './http/close-in-time';
import { answerOnSocket } from './http/early-errors';
import { setCommonHeaders } from './http/headers';
import { refuseHostileShape, refuseOtherTypes } from './http/input-shape';
import { KnownPaths } from './http/known-paths';
import { newLog, PinoLogger } from './http/pino-logger';
import { ProblemFilter } from './http/problem.filter';
import { logRequests } from './http/request-log';
import { refuseCrossSite } from './http/same-origin';
import { invalid, validationPipe } from './http/validation';
import { serveWebPages } from './http/web-pages';

const MEBIBYTE = 1024 * 1024;
const BODY_LIMIT = MEBIBYTE;
/** Evidence files; the files room applies the limits of each purpose below this one. */
const UPLOAD_LIMIT = 15 * MEBIBYTE;

/** The adapter with the limits of the house. */
export function fastifyAdapter(trustedProxies: readonly string[], requestTimeout = 30_000): FastifyAdapter {
  const filter = new ProblemFilter();
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout,
    // Node swaps the two limits when the one for headers is the longer.
    http: {
      headersTimeout: Math.min(requestTimeout, 15_000),
      connectionsCheckingInterval: Math.min(requestTimeout, 5_000),
    },
    clientErrorHandler: answerOnSocket,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      setCommonHeaders(request, reply, false);
      filter.answer(error, request, reply);
    },
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    genReqId: () => newId(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 500 },
    // Prototype pollution through JSON is refused by Fastify with 400.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
}

/** The API as it runs, not yet listening. */
export async function createApiApp(): Promise<NestFastifyApplication> {
  const settings = new Settings(process.env);
  const log = newLog(settings.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule,
    fastifyAdapter(settings.trustedProxies),
    { logger: new PinoLogger(log) },
  );
  logRequests(app.getHttpAdapter().getInstance(), log);
  await equip(app);
  return app;
}

/** Hooks, pipes, filters and pages, the same in production and in tests. */
export async function equip(app: INestApplication): Promise<void> {
  const fastify = app as NestFastifyApplication;
  const settings = app.get(Settings);
  const server = fastify.getHttpAdapter().getInstance();
  const paths = new KnownPaths();
  const https = settings.publicUrl.startsWith('https:');
  const publicOrigin = new URL(settings.publicUrl).origin;

  paths.watch(server);
  closeInTime(server);
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyMultipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 10, parts: 11 },
  });
  server.decorateRequest('actor', null);
  server.addHook('onRequest', async (request, reply) => {
    setCommonHeaders(request, reply, https);
    refuseCrossSite(request, publicOrigin);
    refuseOtherTypes(request);
  });
  server.addHook('preHandler', async (request) => {
    refuseHostileShape(request.body);
    const reasons = [
      ...brokenText(request.body),
      ...brokenText(request.query),
      ...brokenText(request.params),
    ];
    if (reasons.length > 0) throw invalid(reasons);
  });
  fastify.useGlobalFilters(new ProblemFilter(paths));
  fastify.useGlobalPipes(validationPipe());
  fastify.setGlobalPrefix('api', {
    exclude: ['health/live', 'health/ready', '.well-known/{*path}', 'admin/queues', 'admin/queues/{*path}'],
  });
  fastify.enableShutdownHooks([], { useProcessExit: true });
  await serveWebPages(server, settings.webDir);
}

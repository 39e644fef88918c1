import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import { FakeClock } from '@himpun/kernel/testing';
import { DataSource } from 'typeorm';
import { AppModule } from '../../apps/api/src/app.module';
import { equip, fastifyAdapter } from '../../apps/api/src/create-app';
import { Limiters } from '../../apps/api/src/http/limits/limiters';
import { testDatabase } from './services/database';
import { testRedis } from './services/redis';

/** The API as it runs, on a database and Redis of its own, with a clock that the test moves. */
export interface TestApp {
  app: NestFastifyApplication;
  /** `http://127.0.0.1:port`, really listening. */
  url: string;
  clock: FakeClock;
  db: DataSource;
  databaseUrl: string;
  redisUrl: string;
  dataDir: string;
  /** Every route that the router knows, as `METHOD /path`; HEAD and OPTIONS follow from the others. */
  routes: string[];
  /** Redis is empty, and nothing was counted yet. */
  flushRedis(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it; `env` adds to or replaces settings, `controllers` are planted beside our own. Call `close()` in `afterAll`. */
export async function startApi(env: Record<string, string> = {}, controllers: Type[] = []): Promise<TestApp> {
  const [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  const dataDir = mkdtempSync(join(tmpdir(), 'himpun-test-'));
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    HIMPUN_DATA_DIR: dataDir,
    HIMPUN_SECRET: 'ab'.repeat(32),
    HIMPUN_DEMO: '0',
    PUBLIC_URL: 'https://himpun.test',
    HIMPUN_WEB_DIR: join(dataDir, 'no-web'),
    LOG_LEVEL: 'silent',
    ...env,
  });
  const clock = new FakeClock();
  const module = await Test.createTestingModule({ imports: [AppModule], controllers })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(fastifyAdapter([]), { logger: false });
  const routes = recordRoutes(app);
  await equip(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    url: await app.getUrl(),
    clock,
    db: app.get(DataSource),
    databaseUrl: database.url,
    redisUrl: redis.url,
    dataDir,
    routes,
    flushRedis: async () => {
      await redis.flush();
      app.get(Limiters, { strict: false }).forgetOwn();
    },
    close: async () => {
      await app.close();
      await Promise.all([database.drop(), redis.drop()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function recordRoutes(app: NestFastifyApplication): string[] {
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const verb of [method].flat()) {
        if (verb !== 'HEAD' && verb !== 'OPTIONS') routes.push(`${verb} ${url}`);
      }
    });
  return routes;
}

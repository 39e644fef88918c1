import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DemoSeed } from '../../../apps/api/src/demo/seed/demo.seed';
import { DemoSeedModule } from '../../../apps/api/src/demo/seed/demo-seed.module';
import { testDatabase, type TestDatabase } from '../../support/services/database';
import { testRedis, type TestRedis } from '../../support/services/redis';

describe('the demonstration association', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let context: INestApplicationContext;

  beforeAll(async () => {
    [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  });
  afterEach(() => context.close());
  afterAll(() => Promise.all([database.drop(), redis.drop()]));

  async function start(demo: '0' | '1'): Promise<DemoSeed> {
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      HIMPUN_SECRET: 'ab'.repeat(32),
      HIMPUN_DEMO: demo,
      PUBLIC_URL: 'http://localhost:3000',
      LOG_LEVEL: 'silent',
    });
    context = await NestFactory.createApplicationContext(DemoSeedModule, { logger: false });
    return context.get(DemoSeed);
  }

  const count = async (table: string): Promise<number> => {
    const [row]: { n: number }[] = await context
      .get(DataSource)
      .query(`SELECT count(*)::int AS n FROM ${table}`);
    return row?.n ?? -1;
  };

  it('is never filled in outside demonstration mode', async () => {
    const seed = await start('0');
    await expect(seed.run()).rejects.toThrow('embedded default');
    expect(await count('groups')).toBe(0);
  });

  it('has what the first visitor is promised, and is filled in once', async () => {
    const seed = await start('1');
    expect(await seed.run()).toBe(true);
    expect(await seed.run()).toBe(false);
    expect(await count('groups')).toBe(4);
    expect(await count('register_entries')).toBe(500);
    expect(await count('activities')).toBe(30);
    expect(await count('memberships')).toBe(300);
    expect(await count('demo_personas')).toBe(6);
    expect(await count('terms')).toBe(6);
    expect(await count('admission_rules')).toBe(4);
    expect(
      await count(
        `register_entries e JOIN registers r ON r.id = e.register_id AND r.current_import_id IS NOT NULL`,
      ),
    ).toBe(500);
  });
});

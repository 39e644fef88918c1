import { AuditModule } from '@himpun/audit';
import { DatabaseModule } from '@himpun/database';
import { KernelModule } from '@himpun/kernel';
import { Outbox, OutboxModule, OutboxRelay } from '@himpun/outbox';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { testDatabase } from '../../support/services/database';

const QUEUE = 'counted';

describe('a delivery that is done', () => {
  let module: TestingModule;
  let drop: () => Promise<void>;
  let relay: OutboxRelay;
  let db: DataSource;

  beforeAll(async () => {
    const database = await testDatabase();
    drop = database.drop;
    Object.assign(process.env, {
      ...{ DATABASE_URL: database.url, REDIS_URL: 'redis://127.0.0.1:1', HIMPUN_SECRET: 'ab'.repeat(32) },
    });
    module = await Test.createTestingModule({
      imports: [KernelModule, DatabaseModule, AuditModule, OutboxModule],
    }).compile();
    relay = module.get(OutboxRelay);
    db = module.get(DataSource);
  });
  afterAll(async () => {
    await module.close();
    await drop();
  });

  const announced = (count: number): Promise<string[]> =>
    db.transaction((tx) =>
      module.get(Outbox).announceAll(
        tx,
        Array.from({ length: count }, (_, number) => ({ type: 'tests.counted', payload: { number } })),
      ),
    );
  const states = async (ids: readonly string[]): Promise<string[]> => {
    const rows: { state: string }[] = await db.query(
      'SELECT state FROM outbox_deliveries WHERE message_id = ANY ($1::uuid[]) ORDER BY message_id',
      [ids],
    );
    return rows.map(({ state }) => state);
  };
  const areDone = (ids: readonly string[]): Promise<boolean[]> =>
    Promise.all(ids.map((id) => relay.isDone(id, QUEUE)));

  it('before its relay has committed is done nonetheless', async () => {
    const ids = await announced(3);
    let done: Promise<unknown> = Promise.resolve();
    await relay.relay(
      10,
      () => [QUEUE],
      (deliveries) => {
        done = Promise.all(deliveries.map(({ id }) => relay.markDone(id, QUEUE, 1)));
        return Promise.resolve();
      },
    );
    await done;
    expect(await states(ids)).toEqual(['done', 'done', 'done']);
    expect(await areDone(ids)).toEqual([true, true, true]);
  });

  it('stays done when its relay is undone, and the message comes again', async () => {
    const ids = await announced(2);
    let done: Promise<unknown> = Promise.resolve();
    const undone = relay.relay(
      10,
      () => [QUEUE],
      (deliveries) => {
        done = Promise.all(deliveries.map(({ id }) => relay.markDone(id, QUEUE, 1)));
        return Promise.reject(new Error('Redis is away'));
      },
    );
    await expect(undone).rejects.toThrow('Redis is away');
    await done;
    expect(await areDone(ids)).toEqual([true, true]);
    await relay.relay(
      10,
      () => [QUEUE],
      () => Promise.resolve(),
    );
    expect(await states(ids)).toEqual(['done', 'done']);
  });

  it('among many is told apart from those that are not, and one that nobody announced is nobody’s', async () => {
    const ids = await announced(60);
    await relay.relay(
      100,
      () => [QUEUE],
      () => Promise.resolve(),
    );
    const unknown = crypto.randomUUID();
    const even = ids.filter((_, place) => place % 2 === 0);
    await Promise.all([unknown, ...even, ...even].map((id) => relay.markDone(id, QUEUE, 1)));
    expect(await areDone([...ids, unknown])).toEqual([...ids.map((_, place) => place % 2 === 0), false]);
    const [row]: { attempts: number }[] = await db.query(
      'SELECT sum(attempts)::int AS attempts FROM outbox_deliveries WHERE message_id = ANY ($1::uuid[])',
      [ids],
    );
    expect(row?.attempts).toBe(30);
  });
});

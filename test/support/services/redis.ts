import Redis from 'ioredis';

/** An empty Redis database of one test file's own. */
export interface TestRedis {
  /** Connection address with the number of the database: for `REDIS_URL`, Bull and ioredis alike. */
  url: string;
  /** Forgets everything in this database, as a Redis that lost its data would. */
  flush(): Promise<void>;
  /** Empties the database and lets go of it. Call it in `afterAll`. */
  drop(): Promise<void>;
}

const LAST_DATABASE = 1023;

/** Hands out the databases 1 to 1023 in turn (0 holds the counter); each is emptied before it is handed out. */
export async function testRedis(): Promise<TestRedis> {
  const server = process.env.TEST_REDIS_URL;
  if (!server) throw new Error('TEST_REDIS_URL is not set: run this through jest, or see docs/running.md');
  const counter = new Redis(server, { maxRetriesPerRequest: 1 });
  const number = 1 + ((await counter.incr('himpun:test-databases')) % LAST_DATABASE);
  await counter.select(number);
  await counter.flushdb();
  return {
    url: `${server}/${number}`,
    flush: async () => void (await counter.flushdb()),
    drop: async () => {
      await counter.flushdb();
      counter.disconnect();
    },
  };
}

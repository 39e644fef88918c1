import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { migratingDataSource } from '../../../libs/database/src/data-source';

type Name = 'postgres' | 'redis';

/** A PostgreSQL (migrated) and a Redis of one test file's own. */
export interface OwnServices {
  postgres: string;
  redis: string;
  crash(name: Name): Promise<void>;
  start(name: Name): Promise<void>;
  end(): Promise<void>;
}

/** Starts both; they end with `end()`, and by themselves when the test process dies. */
export async function ownServices(): Promise<OwnServices> {
  const child = fork(join(__dirname, 'own-services.mjs'), { execArgv: [] });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('own-services.mjs ended at once')));
  const [urls] = (await Promise.race([once(child, 'message'), ended])) as [Record<Name, string>];
  ended.catch(() => undefined);
  const source = await (await migratingDataSource(urls.postgres)).initialize();
  // What was committed must be there after a crash.
  await source.query('ALTER ROLE CURRENT_USER SET synchronous_commit = on');
  await source.runMigrations();
  await source.destroy();
  const say = async (...words: [string, Name]): Promise<void> => {
    const answered = once(child, 'message');
    child.send(words);
    await answered;
  };
  return {
    ...urls,
    crash: (name) => say('crash', name),
    start: (name) => say('start', name),
    end: async () => {
      const gone = once(child, 'exit');
      child.send(['end']);
      await gone;
    },
  };
}

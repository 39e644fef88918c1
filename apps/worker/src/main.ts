import 'reflect-metadata';
import { startWorkerProcess } from './create-worker';

void startWorkerProcess().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

import 'reflect-metadata';
import { startWorkerProcess } from '../../../apps/worker/src/create-worker';
import { TEST_WORK } from './tally';

/** The worker of `apps/worker`, with the queue for tests. */
void startWorkerProcess(TEST_WORK);

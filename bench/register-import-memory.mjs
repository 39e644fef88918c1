import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { connected } from './lib/bench.mjs';
import { writeRegister } from './lib/register-file.mjs';
import { anOfficer, aRegister, confirmed, reaches, uploaded } from './lib/register-imports.mjs';

const ROWS = 1_000_000;
const MOST_MB = 300;

/** The most memory a worker ever holds while it reads and takes in a million rows, in MB; against what it may. Linux only. */
export async function measure(bench) {
  const databaseUrl = await bench.database('register_memory');
  const env = { ...(await bench.environment(databaseUrl)), LOG_LEVEL: 'warn' };
  const folder = bench.folder('registers');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'million.csv');
  await writeRegister(file, ROWS);
  const api = await bench.start('dist/apps/api/src/main.js', env);
  const worker = await bench.start('dist/apps/worker/src/main.js', env);
  return connected(databaseUrl, async (pool) => {
    const officer = await anOfficer(pool, 'register-import-memory');
    const registerId = await aRegister(pool, officer, 'Authority');
    const importId = await uploaded(api.port, officer, registerId, file);
    await reaches(pool, importId, 'checked');
    await confirmed(api.port, officer, registerId, importId);
    await reaches(pool, importId, 'current');
    const ours = peakMb(worker.pid);
    bench.note(`the API, which took the file in, held at most ${Math.round(peakMb(api.pid))} MB`);
    return [
      {
        name: 'register-import-memory',
        ours,
        limit: MOST_MB,
        unit: 'MB',
        ratio: ours / MOST_MB,
        aim: { most: 1 },
      },
    ];
  });
}

/** Peak resident memory of a process since its start. */
function peakMb(pid) {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

// npm run bench [-- NAME… --json]: what the portal does in a second, side by side with what it could do at best.
// The figures go to standard output, as a table or as one JSON line each; everything else goes to standard error.
import { openBench } from '../bench/lib/bench.mjs';
import { jsonLine, table } from '../bench/lib/report.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ensureRedis } from './lib/redis-program.mjs';
import { main, Refusal } from './lib/say.mjs';

const FIGURES = [
  'directory-search',
  'directory-get',
  'queue-page',
  'hot-registration',
  'check-pipeline',
  'check-machinery',
  'check-machinery-two-workers',
  'rate-limit',
  'register-import',
  'register-import-memory',
  'verify-di',
  'verify-jwt',
  'first-view-js',
  'cold-start',
];

const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
const args = process.argv.slice(2);
const asJson = args.includes('--json');
const named = args.filter((arg) => arg !== '--json');

await main(async () => {
  requireNode();
  const unknown = named.filter((name) => !FIGURES.includes(name));
  if (unknown.length > 0)
    throw new Refusal(`There is no figure ${unknown.join(', ')}: the names are ${FIGURES.join(', ')}.`);
  await ensureDependencies();
  await ensureRedis();
  await ensureBuild();
  const bench = openBench();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void bench.close().then(() => process.exit(130)));
  try {
    await measureAll(bench, named.length > 0 ? FIGURES.filter((name) => named.includes(name)) : FIGURES);
  } finally {
    await bench.close();
  }
});

/** A figure that breaks does not take the others with it; the run fails in the end. */
async function measureAll(bench, names) {
  const lines = [];
  for (const name of names) {
    bench.note(`— ${name}`);
    try {
      const { measure } = await import(`../bench/${name}.mjs`);
      const measured = await measure(bench);
      if (asJson) measured.forEach((line) => print(`${jsonLine(line)}\n`));
      lines.push(...measured);
    } catch (error) {
      bench.note(`✗ ${name} broke: ${error.stack}`);
      process.exitCode = 1;
    }
  }
  if (!asJson) print(`${table(lines)}\n`);
}

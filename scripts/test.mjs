// npm test: sets up what is missing, checks what can be checked without running, then runs every test in one jest run,
// whose summary ends the output. With arguments for jest (npm test -- libs/credentials) only the tests named run.
import { spawn } from 'node:child_process';
import { availableParallelism, constants } from 'node:os';
import { ensureBuild } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { checkContract } from './lib/contract.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ensureRedis } from './lib/redis-program.mjs';
import { inRoot, root } from './lib/root.mjs';
import { endRuns, run } from './lib/run.mjs';
import { elapsed, main, Refusal, say } from './lib/say.mjs';

const named = process.argv.slice(2);
// Tests wait for browsers, databases and queues nearly half of their time: one worker more than there are processors fills it.
const workers = Math.max(2, availableParallelism() + 1);
// Workers are ended with whatever a failed test left open, so nothing has to be forced, and the summary stays the last word.
const whole = [`--maxWorkers=${workers}`, '--workerIdleMemoryLimit=1500MB', '--forceExit=false'];
const jestArgs = named.length > 0 ? named : whole;
const bin = (name) => inRoot('node_modules', name);
const prettier = [
  bin('prettier/bin/prettier.cjs'),
  '--check',
  '--log-level',
  'warn',
  '--cache',
  '--cache-location',
  '.cache/prettier',
  '.',
];
const eslint = [
  bin('eslint/bin/eslint.js'),
  '.',
  '--cache',
  '--cache-location',
  '.cache/eslint',
  '--max-warnings',
  '0',
];
const tsc = (project) => [bin('@typescript/native/bin/tsc'), '-p', project, '--noEmit'];
const cruise = [
  bin('dependency-cruiser/bin/dependency-cruise.mjs'),
  '--config',
  '.dependency-cruiser.cjs',
  'apps',
  'libs',
];

// Each lane runs in order, the lanes beside one another.
const lanes = [
  [
    ['Format (npm run format repairs it)', () => tool(prettier)],
    ['Walls between libraries and apps', () => tool(cruise)],
    ['Types', () => tool(tsc('tsconfig.json'), tsc('apps/web/tsconfig.json'))],
  ],
  [
    ['Build', () => ensureBuild()],
    ['openapi.json and the types made from it', () => checkContract()],
    ['Lint', () => tool(eslint)],
  ],
];

await main(async () => {
  requireNode();
  await step('Packages, Redis and Chromium', async () => {
    await ensureDependencies();
    await ensureRedis();
    await ensureChromium();
  });
  await Promise.all((named.length > 0 ? [[['Build', () => ensureBuild()]]] : lanes).map(inOrder));
  say(`\n— Tests (set up and checked in ${elapsed()} s)`);
  process.exitCode = await jest();
});

/** One that fails ends what the other lanes are about. */
async function inOrder(steps) {
  try {
    for (const [title, check] of steps) await step(title, check);
  } catch (error) {
    endRuns();
    throw error;
  }
}

async function step(title, check) {
  const began = Date.now();
  say(`\n— ${title}`);
  await check();
  say(`  ${title}: done in ${elapsed(began)} s`);
}

async function tool(...commands) {
  for (const command of commands) {
    const { code, output } = await run(process.execPath, command);
    if (code !== 0) throw new Refusal(`This check failed:\n\n${output.trim()}`);
  }
}

function jest() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin('jest/bin/jest.js'), ...jestArgs], {
      cwd: root,
      stdio: 'inherit',
    });
    // Jest hears Ctrl-C from the terminal itself; a signal sent to us alone is passed on.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

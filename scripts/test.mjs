// npm test: sets up what is missing, checks what can be checked without running, then runs every test in one jest run,
// whose summary ends the output. With arguments for jest (npm test -- libs/credentials) only the tests named run.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureBuild } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { checkContract } from './lib/contract.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ensureRedis } from './lib/redis-program.mjs';
import { inRoot, root } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { elapsed, main, Refusal, say } from './lib/say.mjs';

const named = process.argv.slice(2);
// Workers are ended with whatever a failed test left open, so nothing has to be forced, and the summary stays the last word.
const whole = ['--maxWorkers=2', '--forceExit=false'];
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

const staticSteps = [
  ['Format (npm run format repairs it)', () => tool(prettier)],
  ['Lint', () => tool(eslint)],
  ['Types', () => tool(tsc('tsconfig.json'), tsc('apps/web/tsconfig.json'))],
  ['Walls between libraries and apps', () => tool(cruise)],
  ['Build', () => ensureBuild()],
  ['openapi.json and the types made from it', () => checkContract()],
];

await main(async () => {
  requireNode();
  await step('Packages, Redis and Chromium', async () => {
    await ensureDependencies();
    await ensureRedis();
    await ensureChromium();
  });
  const steps = named.length > 0 ? [['Build', () => ensureBuild()]] : staticSteps;
  for (const [title, check] of steps) await step(title, check);
  say(`\n— Tests (set up and checked in ${elapsed()} s)`);
  process.exitCode = await jest();
});

async function step(title, check) {
  const began = Date.now();
  say(`\n— ${title}`);
  await check();
  say(`  done in ${elapsed(began)} s`);
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

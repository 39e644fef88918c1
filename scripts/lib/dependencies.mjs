import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { lastLines, run } from './run.mjs';
import { Refusal, sayStep } from './say.mjs';

const stampFile = inRoot('node_modules/.himpun-installed');
const lockText = () => readFileSync(inRoot('package-lock.json'), 'utf8');

/** Installs the packages of the lockfile, exactly those; silent when they are there already. */
export async function ensureDependencies() {
  const wanted = createHash('sha256').update(lockText()).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (!installedMatchesLock()) await install();
  writeFileSync(stampFile, wanted);
}

async function install() {
  sayStep('Installing the packages of package-lock.json (npm ci); the first time takes a minute or two');
  const npm = process.env.npm_execpath;
  // Building needs the development packages too, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (code !== 0) throw new Refusal(`npm could not install the packages:\n${lastLines(output, 15)}`);
}

/** Whether somebody has already installed what the lockfile names, by hand. */
function installedMatchesLock() {
  const file = inRoot('node_modules/.package-lock.json');
  if (!existsSync(file)) return false;
  const installed = JSON.parse(readFileSync(file, 'utf8')).packages;
  return Object.entries(JSON.parse(lockText()).packages).every(([place, { version, optional }]) => {
    if (place === '') return true;
    return installed[place] ? installed[place].version === version : optional === true;
  });
}

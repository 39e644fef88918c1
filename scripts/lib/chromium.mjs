import path from 'node:path';
import { cacheDir } from './root.mjs';
import { isProgram, onPath } from './run.mjs';
import { Refusal } from './say.mjs';
import { installSystemPackage, unpackSystemPackage } from './system-packages.mjs';

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const unpacked = path.join(cacheDir, 'chromium', 'chromium');

/** A Chromium for the browser tests: CHROMIUM_PATH, else one on PATH, else one unpacked before; undefined when there is none. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return onPath(...names) ?? [...MAC, unpacked].find(isProgram);
}

/** Finds or fetches the browser of the tests. */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !isProgram(given)) throw new Refusal(`CHROMIUM_PATH names ${given}, which is no program.`);
  if (findChromium()) return;
  if (await installSystemPackage('chromium')) return;
  if (await unpackSystemPackage(['chromium', 'chromium-common'], 'usr/lib/chromium/chromium', unpacked))
    return;
  const cure =
    process.platform === 'darwin' ? 'brew install --cask chromium' : 'sudo apt-get install chromium';
  throw new Refusal(
    `The browser tests need Chromium or Chrome, and none was found: run "${cure}", or set CHROMIUM_PATH.`,
  );
}

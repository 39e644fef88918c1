import path from 'node:path';
import { cacheDir } from './root.mjs';
import { isProgram, onPath } from './run.mjs';

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** Where `installChromium` unpacks one that it may not install. */
export const unpackedChromium = path.join(cacheDir, 'chromium', 'chromium');

/** A Chromium for the browser tests: CHROMIUM_PATH, else one on PATH, else one unpacked before; undefined when there is none. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return onPath(...names) ?? [...MAC, unpackedChromium].find(isProgram);
}

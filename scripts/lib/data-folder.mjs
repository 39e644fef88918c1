import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive } from './processes.mjs';
import { Refusal } from './say.mjs';

/** Makes the data folder, or says why it cannot be used. */
export function prepareDataFolder(dir) {
  const probe = path.join(dir, `.probe-${process.pid}`);
  try {
    // Others may pass (PostgreSQL's own user has to), and see nothing.
    makeFolder(dir, 0o711);
    makeFolder(path.join(dir, 'logs'), 0o700);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Refusal(
      `The data folder ${dir} cannot be written (${error.code}): make it writable, or name another one in HIMPUN_DATA_DIR.`,
    );
  }
}

/** Step by step: Node's own recursive way never ends below a folder like /proc that takes no folders. */
function makeFolder(dir, mode = 0o755) {
  if (existsSync(dir)) return;
  makeFolder(path.dirname(dir));
  mkdirSync(dir, { mode });
}

/**
 * Makes sure that one start at a time uses the data folder. A lock that a killed start left behind is taken over.
 * @returns {{release(): void, tookOver: boolean}} `tookOver`: the start before this one was killed
 */
export function lockDataFolder(dir) {
  const file = path.join(dir, 'running.pid');
  for (let tookOver = false; ; tookOver = true) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return { release: () => rmSync(file, { force: true }), tookOver };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder !== process.pid && isAlive(holder) && commandOf(holder).includes('start.mjs')) {
      throw new Refusal(
        `Himpun already runs on ${dir} (process ${holder}): stop that one first, or name another folder in HIMPUN_DATA_DIR.`,
      );
    }
    rmSync(file, { force: true });
  }
}

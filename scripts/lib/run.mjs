import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.mjs';

const active = new Set();

/** Ends the programs that `run` began and that have not ended yet. */
export function endRuns() {
  for (const child of active) child.kill('SIGTERM');
}

/**
 * Runs a program to its end.
 * @param {string} file program
 * @param {string[]} args
 * @param {{cwd?: string, env?: object, show?: boolean, uid?: number, gid?: number}} [options] `show`: output goes to the terminal
 * @returns {Promise<{code: number, output: string}>} `output` is stdout and stderr together, empty with `show`
 */
export function run(file, args, { show = false, env, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      env: { ...process.env, ...(show ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }), ...env },
      ...options,
    });
    active.add(child);
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      active.delete(child);
      resolve({ code: code ?? 1, output: stripVTControlCharacters(output) });
    });
  });
}

/** The first of these programs that PATH holds, as a full path; undefined when it holds none. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  // Debian keeps servers in sbin, which is not on every user's PATH.
  folders.push('/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin');
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (isProgram(file)) return file;
    }
  }
  return undefined;
}

/** Whether this path is a file that we may execute. */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The last lines of a program's output, for a sentence about why it failed. */
export const lastLines = (text, count = 5) => text.trim().split('\n').slice(-count).join('\n');

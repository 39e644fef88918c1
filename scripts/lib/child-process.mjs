import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inRoot, root } from './root.mjs';
import { lastLines, sleep } from './run.mjs';

const withParent = fileURLToPath(new URL('./with-parent.mjs', import.meta.url));
const LONGEST_PAUSE_MS = 30_000;
const CALM_MS = 60_000;
const LOG_LIMIT = 20 * 1024 * 1024;
const STOP_PATIENCE_MS = 30_000;

/**
 * A long-running process of ours. When it dies it is started again, after a pause that doubles each time and is short
 * again once it has lived for a minute. Its output goes to a log file.
 */
export class ChildProcess {
  /** @param {{name: string, entry: string, env: object, logFile: string, onCrash: (line: string) => void}} options */
  constructor(options) {
    Object.assign(this, options);
    this.crashes = 0;
    this.stopping = false;
    keepLogShort(this.logFile);
  }

  start() {
    const log = openSync(this.logFile, 'a', 0o600);
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we stop everything in order.
    this.child = spawn(
      process.execPath,
      ['--import', withParent, '--enable-source-maps', inRoot(this.entry)],
      {
        cwd: root,
        detached: true,
        // Its output is a file: no colours.
        env: { ...process.env, NO_COLOR: '1', ...this.env },
        stdio: ['ignore', log, log, 'ipc'],
      },
    );
    closeSync(log);
    this.begun = Date.now();
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.once('exit', (code, signal) => this.revive(signal ?? `exit code ${code}`));
  }

  async revive(reason) {
    if (this.stopping) return;
    this.crashes = Date.now() - this.begun > CALM_MS ? 1 : this.crashes + 1;
    const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** this.crashes);
    const line = `The ${this.name} stopped (${reason}); starting it again in ${pause / 1000} s. Its log: ${this.logFile}`;
    this.onCrash(line, () => this.lastWords());
    await sleep(pause);
    if (!this.stopping) this.start();
  }

  /** Lets it finish what it is doing, then waits for its end. */
  async stop() {
    this.stopping = true;
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    const forced = setTimeout(() => this.child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await this.ended;
    clearTimeout(forced);
  }

  kill() {
    this.stopping = true;
    this.child?.kill('SIGKILL');
  }

  lastWords() {
    return lastLines(readFileSync(this.logFile, 'utf8'), 25);
  }
}

function keepLogShort(file) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
}

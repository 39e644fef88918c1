import { endRuns } from './run.mjs';
import { say } from './say.mjs';

const SAME_CTRL_C_MS = 700;
const PARENT_CHECK_MS = 500;

/** Stops what was started, last thing first; told twice, it does not wait. */
export class Shutdown {
  #steps = [];
  #begunAt = 0;

  get begun() {
    return this.#begunAt > 0;
  }

  /** Remembers how to stop something that has just been started, and how to end it at once. */
  later(stop, force = () => undefined) {
    this.#steps.unshift({ stop, force });
    // Started while we were already stopping.
    if (this.begun) void stop();
  }

  /** Heeds Ctrl-C and the signals of service managers. */
  listen() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.#told(signal));
    this.#heedParent();
  }

  /** Under npm we live as long as npm does: a shell between the two may take a signal and keep it to itself. */
  #heedParent() {
    if (!process.env.npm_lifecycle_event) return;
    const parent = process.ppid;
    const check = () => process.ppid !== parent && !this.begun && this.#told('SIGHUP');
    setInterval(check, PARENT_CHECK_MS).unref();
  }

  /** Stops everything in order. */
  async run() {
    this.#begunAt ||= Date.now();
    endRuns();
    for (const { stop } of this.#steps) await stop();
  }

  #told(signal) {
    if (!this.begun) {
      say(signal === 'SIGINT' ? '\nStopping (Ctrl-C again to stop at once) …' : '\nStopping …');
      void this.run().then(() => {
        say('Stopped.');
        process.exit(0);
      });
      return;
    }
    // npm passes on a Ctrl-C that the terminal has already sent us: that is the same one.
    if (Date.now() - this.#begunAt < SAME_CTRL_C_MS) return;
    for (const { force } of this.#steps) force();
    process.exit(130);
  }
}

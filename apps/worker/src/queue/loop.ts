import { Logger } from '@nestjs/common';

const PAUSE_AFTER_FAULT_MS = 1_000;

/** Runs a step again and again, never twice at once; a failing step is logged and tried again after a pause. */
export class Loop {
  private running: Promise<void> | undefined;
  private stopped = false;
  private wake: () => void = () => undefined;

  /** @param step says whether there is more to do at once. */
  constructor(
    private readonly name: string,
    private readonly pauseMs: number,
    private readonly step: () => Promise<boolean>,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Waits for the step under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    const logger = new Logger(this.name);
    while (!this.stopped) {
      try {
        if (!(await this.step())) await this.pause(this.pauseMs);
      } catch (error) {
        logger.warn(error instanceof Error ? error.message : String(error));
        await this.pause(Math.max(PAUSE_AFTER_FAULT_MS, this.pauseMs));
      }
    }
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

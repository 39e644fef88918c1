import { Clock } from './clock';

/** A clock that stands still until a test moves it. */
export class FakeClock extends Clock {
  constructor(private instant: Date = new Date('2026-11-21T03:00:00Z')) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Sets the time; ISO 8601 text or an instant. */
  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }

  /** Moves the time forward. */
  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}

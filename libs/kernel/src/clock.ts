import { DEFAULT_ZONE, localDateOf, type LocalDate } from './local-date';

/** The only source of the present time; injected so that tests can set it. */
export abstract class Clock {
  abstract now(): Date;

  /** Today on the calendar of `zone`. */
  today(zone: string = DEFAULT_ZONE): LocalDate {
    return localDateOf(this.now(), zone);
  }
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

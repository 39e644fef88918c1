import type { SeatLine, TermLine } from '@himpun/governance';
import { POWERS } from '@himpun/identity';

/** One power in words. */
export class PowerView {
  power: string;
  nameId: string;
  nameEn: string;
}

/** One term of a seat. */
export class TermView {
  id: string;
  personId: string;
  fullName: string;
  /** ISO 8601 instants; `endsAt` is the first instant after the term. */
  startsAt: string;
  endsAt: string;
  /** Whether it runs now. */
  serving: boolean;
  endedEarlyReason: string | null;

  static of(line: TermLine): TermView {
    return Object.assign(new TermView(), {
      ...line,
      startsAt: line.startsAt.toISOString(),
      endsAt: line.endsAt.toISOString(),
    });
  }
}

/** A seat, what its office may do, and its terms, newest first. */
export class SeatView {
  seatId: string;
  seatNumber: number;
  officeId: string;
  officeCode: string;
  nameId: string;
  nameEn: string;
  powers: PowerView[];
  terms: TermView[];

  static of(line: SeatLine): SeatView {
    return Object.assign(new SeatView(), {
      ...line,
      powers: line.powers.map((power) => ({ power, nameId: POWERS[power].id, nameEn: POWERS[power].en })),
      terms: line.terms.map((term) => TermView.of(term)),
    });
  }
}

/** The id of what was made. */
export class MadeView {
  id: string;
}

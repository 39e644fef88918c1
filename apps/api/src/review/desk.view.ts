import type { SeatLine } from '@himpun/governance';
import type { Desk } from '@himpun/membership';

/** A holiday of the group's country. */
export class HolidayView {
  /** `YYYY-MM-DD`. */
  day: string;
  nameId: string;
  nameEn: string;
  /** Calculated, not decreed yet. */
  isExpected: boolean;
}

/** A day that the group keeps otherwise. */
export class OwnDayView {
  day: string;
  isWorking: boolean;
  name: string;
}

/** An office that can hear of overdue cases. */
export class DeskOfficeView {
  id: string;
  nameId: string;
  nameEn: string;
}

/** How a group's desk works. */
export class DeskView {
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  /** Name it in If-Match; 0 while the group follows the one above it. */
  version: number;
  country: string;
  /** Working days; null for the usual shares of a rule's promise. */
  checkingDays: number | null;
  judgingDays: number | null;
  escalationOfficeId: string | null;
  days: OwnDayView[];
  holidays: HolidayView[];
  /** The group's own offices. */
  offices: DeskOfficeView[];

  static of(desk: Desk, seats: readonly SeatLine[]): DeskView {
    const offices = new Map(seats.map(({ officeId: id, nameId, nameEn }) => [id, { id, nameId, nameEn }]));
    return Object.assign(new DeskView(), {
      groupId: desk.groupId,
      groupNameId: desk.groupNameId,
      groupNameEn: desk.groupNameEn,
      version: desk.version,
      country: desk.country,
      checkingDays: desk.stageDays?.checking ?? null,
      judgingDays: desk.stageDays?.judging ?? null,
      escalationOfficeId: desk.escalationOfficeId,
      days: desk.days.map(({ day, isWorking, name }) => ({ day, isWorking, name })),
      holidays: desk.holidays.map(({ day, nameId, nameEn, isExpected }) => ({
        day,
        nameId,
        nameEn,
        isExpected,
      })),
      offices: [...offices.values()],
    });
  }
}

import { isLocalDate, plusDays, startOfDay, type LocalDate, type Reason } from '@himpun/kernel';

/** The span of a term, from its first to its last day inclusive. */
export interface TermDays {
  startsOn: LocalDate;
  endsOn: LocalDate;
}

/**
 * The instants of a term in the group's zone: local midnight of its first day (or now, if that has passed: nobody gets
 * powers for the past) to local midnight after its last.
 */
export function termInstants(days: TermDays, zone: string, now: Date): { startsAt: Date; endsAt: Date } {
  const midnight = startOfDay(days.startsOn, zone);
  return {
    startsAt: midnight.getTime() < now.getTime() ? now : midnight,
    endsAt: startOfDay(plusDays(days.endsOn, 1), zone),
  };
}

/** Whether the term runs at `now`. */
export function serving(term: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return term.startsAt.getTime() <= now.getTime() && now.getTime() < term.endsAt.getTime();
}

/** The longest term a seat may be given for at once. */
const LONGEST_YEARS = 6;

/** What is wrong with an appointment, before the database is asked about the seat. */
export function appointmentFaults(
  appointment: TermDays & { personId: string; appointerId: string | null },
  today: LocalDate,
): Reason[] {
  const faults: Reason[] = [];
  if (appointment.personId === appointment.appointerId) faults.push(SELF);
  if (!isLocalDate(appointment.startsOn) || !isLocalDate(appointment.endsOn)) return [...faults, NOT_DATES];
  if (appointment.endsOn < appointment.startsOn) faults.push(BACKWARDS);
  else if (appointment.endsOn < today) faults.push(PAST);
  if (Number(appointment.endsOn.slice(0, 4)) - Number(appointment.startsOn.slice(0, 4)) > LONGEST_YEARS)
    faults.push(LONG);
  return faults;
}

const SELF: Reason = {
  code: 'own_appointment',
  field: 'personId',
  text: {
    id: 'Anda tidak dapat mengangkat diri sendiri. Mintalah pengurus lain melakukannya.',
    en: 'You cannot appoint yourself. Ask another officer to do it.',
  },
};
const NOT_DATES: Reason = {
  code: 'not_a_date',
  field: 'startsOn',
  text: { id: 'Isi tanggal mulai dan berakhir yang benar.', en: 'Enter correct start and end dates.' },
};
const BACKWARDS: Reason = {
  code: 'ends_before_start',
  field: 'endsOn',
  text: {
    id: 'Tanggal berakhir harus sesudah tanggal mulai.',
    en: 'The end date must come after the start date.',
  },
};
const PAST: Reason = {
  code: 'already_over',
  field: 'endsOn',
  text: { id: 'Masa jabatan ini sudah lewat seluruhnya.', en: 'This whole term has already passed.' },
};
const LONG: Reason = {
  code: 'too_long',
  field: 'endsOn',
  text: {
    id: `Masa jabatan paling lama ${LONGEST_YEARS} tahun.`,
    en: `A term lasts at most ${LONGEST_YEARS} years.`,
  },
};

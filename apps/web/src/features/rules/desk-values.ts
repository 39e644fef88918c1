import type { Desk, NewDesk } from './rules.api';

/** The desk as its form has it; numbers and days as they are typed. */
export interface DeskValues {
  country: string;
  checkingDays: string;
  judgingDays: string;
  escalationOfficeId: string;
  /** One day a line: `2026-12-31 Year end`. */
  closed: string;
  /** Holidays on which the group works, written in the same way. */
  working: string;
}

const LINE = /^(\d{4}-\d{2}-\d{2})\s+(\S.*)$/;

/** The desk that holds, as the form begins with it. */
export function valuesOfDesk(desk: Desk): DeskValues {
  const lines = (isWorking: boolean) =>
    desk.days
      .filter((one) => one.isWorking === isWorking)
      .map(({ day, name }) => `${day} ${name}`)
      .join('\n');
  return {
    country: desk.country,
    checkingDays: desk.checkingDays === null ? '' : String(desk.checkingDays),
    judgingDays: desk.judgingDays === null ? '' : String(desk.judgingDays),
    escalationOfficeId: desk.escalationOfficeId ?? '',
    closed: lines(false),
    working: lines(true),
  };
}

/** Days out of lines; null when a line is none. */
export function daysOf(text: string, isWorking: boolean): NewDesk['days'] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const days = lines.map((line) => LINE.exec(line));
  if (days.includes(null)) return null;
  return days.flatMap((found) => (found ? [{ day: found[1] ?? '', name: found[2] ?? '', isWorking }] : []));
}

/** The desk as the API takes it; nothing typed for both stages leaves them to the usual shares. */
export function deskOf(values: DeskValues): NewDesk {
  const { checkingDays, judgingDays } = values;
  const isPlanned = checkingDays.trim() !== '' || judgingDays.trim() !== '';
  return {
    country: values.country.trim().toUpperCase(),
    ...(isPlanned && { checkingDays: Number(checkingDays), judgingDays: Number(judgingDays) }),
    escalationOfficeId: values.escalationOfficeId || undefined,
    days: [...(daysOf(values.closed, false) ?? []), ...(daysOf(values.working, true) ?? [])],
  };
}

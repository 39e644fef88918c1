import { isLocalDate, type LocalDate, type Reason } from '@himpun/kernel';

/** A day that a group keeps otherwise than its country: a holiday of its own, or a holiday on which it works. */
export interface OwnDay {
  /** `YYYY-MM-DD`. */
  day: LocalDate;
  isWorking: boolean;
  /** 1 to 100 characters. */
  name: string;
}

/** How a group's desk works; groups below it that say nothing follow it. */
export interface DeskSettings {
  /** ISO 3166-1 alpha-2: whose holidays hold. */
  country: string;
  /** Working days for checking and for judging; null for the usual shares of a rule's promise. */
  stageDays: { checking: number; judging: number } | null;
  /** The office that hears of cases whose promise was broken; null for none. */
  escalationOfficeId: string | null;
  days: OwnDay[];
}

const MOST_DAYS = 200;

/** What is wrong with the settings of a desk. */
export function deskFaults({ country, stageDays, days }: DeskSettings): Reason[] {
  const isFair = (count: number) => Number.isInteger(count) && count >= 0 && count <= 250;
  return [
    ...(/^[A-Z]{2}$/.test(country) ? [] : [fault('country', COUNTRY)]),
    ...(stageDays === null || (isFair(stageDays.checking) && isFair(stageDays.judging))
      ? []
      : [fault('checkingDays', STAGES)]),
    ...(days.length <= MOST_DAYS ? [] : [fault('days', MANY)]),
    ...days.flatMap(({ day, name }, index) =>
      isLocalDate(day) && name.trim().length >= 1 && name.trim().length <= 100
        ? []
        : [fault(`days.${index}`, DAY)],
    ),
    ...(new Set(days.map(({ day }) => day)).size === days.length ? [] : [fault('days', TWICE)]),
  ];
}

function fault(field: string, text: Reason['text']): Reason {
  return { code: 'desk_settings', field, text };
}

const COUNTRY = {
  id: 'Tulis kode negara dua huruf, misalnya ID.',
  en: 'Write a country’s code of two letters, such as ID.',
};
const STAGES = { id: 'Isi hari kerja dari 0 sampai 250.', en: 'Enter working days from 0 to 250.' };
const MANY = { id: 'Paling banyak 200 hari sendiri.', en: 'At most 200 days of one’s own.' };
const DAY = { id: 'Tulis tanggal yang ada dan namanya.', en: 'Write a date that exists and its name.' };
const TWICE = { id: 'Ada tanggal yang ditulis dua kali.', en: 'A date is written twice.' };

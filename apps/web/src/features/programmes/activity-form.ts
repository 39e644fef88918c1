import { type DateParts, NO_DATE, datePartsOf, isoDateOf } from '../../ui/form/date-parts';
import type { ActivityBody, ActivityDetail, Kind } from './programmes.api';
import { dayOf, instantOf, typedTime } from './session-time';

/** A day and a time as typed. */
export interface Moment {
  day: DateParts;
  time: string;
}

/** One session as typed: on one day, or over midnight when it ends before it begins. */
export interface SessionFields {
  id?: string;
  day: DateParts;
  start: string;
  end: string;
}

/** A person chosen as trainer. */
export interface Trainer {
  personId: string;
  name: string;
}

/** The form of an activity. Hours and numbers stay as typed until they are sent. */
export interface ActivityFields {
  groupId: string;
  kind: string;
  audience: string;
  titleId: string;
  titleEn: string;
  aboutId: string;
  aboutEn: string;
  place: string;
  link: string;
  zone: string;
  opens: Moment;
  closes: Moment;
  sessions: SessionFields[];
  /** Hours by domain, as typed. */
  credits: Record<string, string>;
  requiredShare: string;
  /** Who trains; null for nobody named yet. */
  trainer: Trainer | null;
  capacity: string;
}

export const NEW_ACTIVITY: ActivityFields = {
  groupId: '',
  kind: '',
  audience: 'public',
  titleId: '',
  titleEn: '',
  aboutId: '',
  aboutEn: '',
  place: '',
  link: '',
  zone: 'Asia/Jakarta',
  opens: { day: NO_DATE, time: '08.00' },
  closes: { day: NO_DATE, time: '17.00' },
  sessions: [{ day: NO_DATE, start: '09.00', end: '12.00' }],
  credits: {},
  requiredShare: '100',
  trainer: null,
  capacity: '30',
};

/** The form filled with an activity, times in the activity's own zone. */
export function fieldsOf(activity: ActivityDetail): ActivityFields {
  const { zone } = activity;
  const moment = (instant: string): Moment => ({
    day: datePartsOf(dayOf(instant, zone)),
    time: typedTime(instant, zone),
  });
  return {
    groupId: activity.groupId,
    kind: activity.kind,
    audience: activity.audience,
    titleId: activity.titleId,
    titleEn: activity.titleEn,
    aboutId: activity.aboutId,
    aboutEn: activity.aboutEn,
    place: activity.place ?? '',
    link: activity.link ?? '',
    zone,
    opens: moment(activity.opensAt),
    closes: moment(activity.closesAt),
    sessions: activity.sessions.map((session) => ({
      id: session.id,
      day: moment(session.startsAt).day,
      start: typedTime(session.startsAt, zone),
      end: typedTime(session.endsAt, zone),
    })),
    credits: Object.fromEntries(activity.credits.map(({ domain, hours }) => [domain, String(hours)])),
    requiredShare: String(activity.requiredShare),
    trainer: activity.trainerPersonId
      ? { personId: activity.trainerPersonId, name: activity.trainerName ?? '–' }
      : null,
    capacity: String(activity.capacity),
  };
}

/** A number as typed in either language: `1,5` and `1.5`; NaN when it is none. */
export function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'));
}

/** An instant from its fields; null when they do not say one. */
export function instantOfMoment({ day, time }: Moment, zone: string): string | null {
  return instantOf(isoDateOf(day), time, zone);
}

/** A session's instants; null when its fields do not say any. */
export function sessionInstants(
  session: SessionFields,
  zone: string,
): { startsAt: string; endsAt: string } | null {
  const day = isoDateOf(session.day);
  const startsAt = instantOf(day, session.start, zone);
  const sameDay = instantOf(day, session.end, zone);
  if (!startsAt || !sameDay) return null;
  const endsAt = sameDay > startsAt ? sameDay : new Date(Date.parse(sameDay) + 86_400_000).toISOString();
  return { startsAt, endsAt };
}

/** What the API takes; call it only for fields without faults. */
export function bodyOf(fields: ActivityFields): ActivityBody {
  const { zone } = fields;
  return {
    kind: fields.kind as Kind,
    audience: fields.audience as ActivityBody['audience'],
    titleId: fields.titleId,
    titleEn: fields.titleEn,
    aboutId: fields.aboutId,
    aboutEn: fields.aboutEn,
    place: fields.place.trim() || null,
    link: fields.link.trim() || null,
    zone,
    trainerPersonId: fields.trainer?.personId ?? null,
    opensAt: instantOfMoment(fields.opens, zone) ?? '',
    closesAt: instantOfMoment(fields.closes, zone) ?? '',
    requiredShare: numberOf(fields.requiredShare),
    sessions: fields.sessions.flatMap((session) => {
      const instants = sessionInstants(session, zone);
      return instants ? [{ ...(session.id && { id: session.id }), ...instants }] : [];
    }),
    credits: Object.entries(fields.credits)
      .filter(([, hours]) => numberOf(hours) > 0)
      .map(([domain, hours]) => ({ domain, hours: numberOf(hours) })),
  };
}

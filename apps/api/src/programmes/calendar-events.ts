import type { Language } from '@himpun/kernel';
import type { ActivityDetail, CalendarEvent } from '@himpun/programmes';

/** One appointment per session, in the reader's language; an online address stands only where the reader may see it. */
export function calendarEvents(
  activity: ActivityDetail,
  language: Language,
  publicUrl: string,
): CalendarEvent[] {
  const title = language === 'id' ? activity.titleId : activity.titleEn;
  const about = language === 'id' ? activity.aboutId : activity.aboutEn;
  const many = activity.sessions.length > 1;
  return activity.sessions.map((session) => ({
    uid: `${session.id}@${new URL(publicUrl).host}`,
    sequence: activity.version - 1,
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    summary: many ? `${title} (${session.position}/${activity.sessions.length})` : title,
    description: about,
    location: [activity.place, activity.link].filter(Boolean).join(' · '),
    url: `${publicUrl}/activities/${activity.id}`,
    isCancelled: activity.state === 'cancelled',
  }));
}

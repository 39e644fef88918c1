import type { NewCertificate } from '@himpun/certificates';
import { localDateOf, type Bilingual } from '@himpun/kernel';

/** What a certificate of attendance says. */
export interface AttendedActivity {
  groupId: string;
  titleId: string;
  titleEn: string;
  zone: string;
  requiredShare: number;
  startsAt: Date;
  endsAt: Date;
  credits: readonly { nameId: string; nameEn: string; hours: number }[];
}

/** The certificate for a person who attended enough; `attendanceId` is the check-in that completed it. */
export function attendanceCertificate(
  activity: AttendedActivity,
  person: { id: string; printedName: string },
  attendanceId: string,
  issuedAt: Date,
): NewCertificate {
  const { requiredShare } = activity;
  return {
    kind: 'attendance',
    personId: person.id,
    recipientName: person.printedName,
    groupId: activity.groupId,
    subjectType: 'attendance',
    subjectId: attendanceId,
    title: { id: activity.titleId, en: activity.titleEn },
    description: {
      id: `Hadir sebagai peserta “${activity.titleId}” pada ${span(activity, 'id')}.`,
      en: `Attended “${activity.titleEn}” as a participant on ${span(activity, 'en')}.`,
    },
    criteria: {
      id: `Kehadiran yang tercatat di pintu pada sedikitnya ${requiredShare}% sesi.`,
      en: `Attendance recorded at the door in at least ${requiredShare}% of the sessions.`,
    },
    issuedAt,
    validUntil: null,
    details: activity.credits.map((credit) => ({
      label: { id: `Jam kredit, ${credit.nameId}`, en: `Credit hours, ${credit.nameEn}` },
      value: hoursIn(credit.hours),
    })),
  };
}

function hoursIn(hours: number): Bilingual {
  const options = { maximumFractionDigits: 1 };
  return {
    id: new Intl.NumberFormat('id-ID', options).format(hours),
    en: new Intl.NumberFormat('en-GB', options).format(hours),
  };
}

function span(activity: AttendedActivity, language: 'id' | 'en'): string {
  const [first, last] = [activity.startsAt, activity.endsAt].map((instant) =>
    new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
      dateStyle: 'long',
      timeZone: activity.zone,
    }).format(instant),
  );
  const isOneDay =
    localDateOf(activity.startsAt, activity.zone) === localDateOf(activity.endsAt, activity.zone);
  return isOneDay ? `${first}` : `${first} – ${last}`;
}

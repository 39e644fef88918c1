import type { Bilingual, Reason } from '@himpun/kernel';

/** A session as planned. */
export interface PlannedSession {
  /** Of an existing session that is kept; absent for a new one. */
  id?: string;
  startsAt: Date;
  endsAt: Date;
}

/** What the plan of an activity depends on. */
export interface ActivityPlan {
  place: string | null;
  link: string | null;
  zone: string;
  opensAt: Date;
  closesAt: Date;
  sessions: readonly PlannedSession[];
  credits: readonly { domain: string; hours: number }[];
}

/** What is wrong with a plan; empty when it can stand. */
export function activityFaults(plan: ActivityPlan): Reason[] {
  return [
    ...sessionFaults(plan.sessions),
    ...windowFaults(plan),
    ...venueFaults(plan),
    ...zoneFaults(plan.zone),
    ...creditFaults(plan.credits),
  ];
}

/** The first and last instant of the sessions. There must be at least one. */
export function spanOf(sessions: readonly PlannedSession[]): { startsAt: Date; endsAt: Date } {
  const starts = sessions.map((session) => session.startsAt.getTime());
  const ends = sessions.map((session) => session.endsAt.getTime());
  return { startsAt: new Date(Math.min(...starts)), endsAt: new Date(Math.max(...ends)) };
}

/** The sessions in order of time. */
export function inOrder<Session extends PlannedSession>(sessions: readonly Session[]): Session[] {
  return [...sessions].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

function sessionFaults(sessions: readonly PlannedSession[]): Reason[] {
  if (sessions.length === 0) {
    return [
      fault('sessions_missing', 'sessions', 'Isi sedikitnya satu sesi.', 'Enter at least one session.'),
    ];
  }
  const faults = sessions.flatMap((session, place) =>
    session.endsAt > session.startsAt
      ? []
      : [
          fault(
            'session_ends_early',
            `sessions.${place}.endsAt`,
            'Sesi harus berakhir setelah dimulai.',
            'A session must end after it begins.',
          ),
        ],
  );
  const ordered = inOrder(sessions);
  const overlaps = ordered.some((session, place) => {
    const before = ordered[place - 1];
    return before !== undefined && session.startsAt < before.endsAt;
  });
  if (!overlaps) return faults;
  const id = 'Sesi-sesi tidak boleh bertumpang waktu.';
  return [...faults, fault('sessions_overlap', 'sessions', id, 'Sessions must not overlap in time.')];
}

function windowFaults(plan: ActivityPlan): Reason[] {
  if (plan.closesAt <= plan.opensAt) {
    const id = 'Pendaftaran harus ditutup setelah dibuka.';
    return [fault('window_closes_early', 'closesAt', id, 'Registration must close after it opens.')];
  }
  if (plan.sessions.length > 0 && plan.closesAt > spanOf(plan.sessions).endsAt) {
    const id = 'Pendaftaran harus ditutup paling lambat saat kegiatan berakhir.';
    return [
      fault('window_closes_late', 'closesAt', id, 'Registration must close by the end of the activity.'),
    ];
  }
  return [];
}

function venueFaults({ place, link }: ActivityPlan): Reason[] {
  if (!place?.trim() && !link) {
    const id = 'Isi tempat, atau tautan untuk kegiatan daring.';
    return [fault('venue_missing', 'place', id, 'Enter a place, or a link for an online activity.')];
  }
  if (link && !isHttps(link)) {
    const id = 'Tautan harus diawali https://.';
    return [fault('link_not_https', 'link', id, 'The link must begin with https://.')];
  }
  return [];
}

function zoneFaults(zone: string): Reason[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return [];
  } catch {
    return [fault('zone_unknown', 'zone', 'Zona waktu ini tidak dikenal.', 'This time zone is not known.')];
  }
}

function creditFaults(credits: ActivityPlan['credits']): Reason[] {
  const domains = credits.map((credit) => credit.domain);
  if (new Set(domains).size === domains.length) return [];
  const id = 'Setiap ranah kredit hanya boleh diisi sekali.';
  return [fault('domain_twice', 'credits', id, 'Each credit domain may be entered once only.')];
}

function isHttps(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'https:';
}

function fault(code: string, field: string, id: string, en: string): Reason {
  const text: Bilingual = { id, en };
  return { code, field, text };
}

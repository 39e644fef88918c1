const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a session may rest and last, in milliseconds (OWASP ASVS 5.0 7.3.1, 7.3.2). */
export function sessionLimits(officer: boolean): { idle: number; absolute: number } {
  return officer ? { idle: 30 * MINUTE, absolute: 12 * HOUR } : { idle: 8 * HOUR, absolute: 30 * DAY };
}

/** When a session ends: `idle` unless it is used before, `absolute` however busy it is. */
export interface SessionEnds {
  idle: Date;
  absolute: Date;
}

/** The ends of a session; `officer` as of now, so a power gained shortens the session at once. */
export function sessionEnds(
  session: { createdAt: Date; lastSeenAt: Date; expiresAt: Date },
  officer: boolean,
): SessionEnds {
  const limits = sessionLimits(officer);
  const longest = session.createdAt.getTime() + limits.absolute;
  return {
    idle: new Date(session.lastSeenAt.getTime() + limits.idle),
    absolute: new Date(Math.min(longest, session.expiresAt.getTime())),
  };
}

/** Whether a session still holds at `now`. */
export function sessionHolds(
  session: { createdAt: Date; lastSeenAt: Date; expiresAt: Date },
  officer: boolean,
  now: Date,
): boolean {
  const { idle, absolute } = sessionEnds(session, officer);
  return now < absolute && now < idle;
}

/** Last-seen is written at most this often, so that reading costs no write. */
export const SEEN_EVERY = MINUTE;

/** After a renewal the old token is good this long, for requests that were already on their way (milliseconds). */
export const RENEWAL_GRACE = 30_000;

/** Whether a power began after the session got its token: then the token must change (ASVS 5.0 7.2.4). */
export function powersRose(
  session: { createdAt: Date; renewedAt: Date | null },
  newestPower: Date | null,
): boolean {
  const since = session.renewedAt ?? session.createdAt;
  return newestPower !== null && newestPower.getTime() > since.getTime();
}

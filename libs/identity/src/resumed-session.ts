import type { Actor, Language } from '@himpun/kernel';

/** All that a request needs to know of its session, read in one statement. */
export interface ResumedRow {
  sessionId: string;
  createdAt: Date;
  renewedAt: Date | null;
  lastSeenAt: Date;
  expiresAt: Date;
  accountId: string;
  personId: string;
  fullName: string;
  language: Language;
  powers: { power: string; groupId: string; until: string | null }[];
  /** When the youngest of the powers began to hold here. */
  newestPower: Date | null;
  [column: string]: unknown;
}

const SELECT = `
  SELECT s.id AS "sessionId", s.created_at AS "createdAt", s.renewed_at AS "renewedAt",
         s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
         a.id AS "accountId", a.person_id AS "personId", p.full_name AS "fullName", a.language,
         coalesce(held.powers, '[]') AS powers, held.newest AS "newestPower"
  FROM sessions s JOIN accounts a ON a.id = s.account_id JOIN people p ON p.id = a.person_id
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('power', g.power, 'groupId', g.group_id, 'until', g.valid_until)) AS powers,
           max(greatest(g.valid_from, g.created_at)) AS newest
    FROM access_grants g
    WHERE g.person_id = a.person_id AND g.valid_from <= $2 AND (g.valid_until IS NULL OR g.valid_until > $2)) held
  WHERE s.ended_at IS NULL AND s.expires_at > $2 AND a.disabled_at IS NULL`;

/** $1 token hash, $2 now. */
export const RESUME = `${SELECT} AND s.token_hash = $1`;

/** $1 token hash, $2 now, $3 the earliest renewal whose old token is still good. */
export const RESUME_BY_PREVIOUS = `${SELECT} AND s.previous_token_hash = $1 AND s.renewed_at > $3`;

export function actorOf(row: ResumedRow): Actor {
  return {
    kind: 'person',
    accountId: row.accountId,
    personId: row.personId,
    label: row.fullName,
    language: row.language,
    sessionId: row.sessionId,
    powers: row.powers.map((held) => ({
      ...held,
      until: held.until === null ? null : new Date(held.until),
    })),
  };
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId, notFound, type Actor, type HeldPower, type Language } from '@himpun/kernel';
import { Sql } from '@himpun/database';
import { SEEN_EVERY, sessionHolds, sessionLimits } from './session.policy';

/** Where a session came from. */
export interface SessionOrigin {
  userAgent: string;
  ip: string;
}

/** A session as its owner sees it. */
export interface SessionLine {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string;
  ip: string;
}

interface ResumedRow {
  sessionId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  accountId: string;
  personId: string;
  fullName: string;
  language: Language;
  powers: { power: string; groupId: string; until: string | null }[];
}

const RESUME = `
  SELECT s.id AS "sessionId", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
         a.id AS "accountId", a.person_id AS "personId", p.full_name AS "fullName", a.language,
         coalesce((SELECT json_agg(json_build_object('power', g.power, 'groupId', g.group_id, 'until', g.valid_until))
                   FROM access_grants g
                   WHERE g.person_id = a.person_id AND g.valid_from <= $2
                     AND (g.valid_until IS NULL OR g.valid_until > $2)), '[]') AS powers
  FROM sessions s JOIN accounts a ON a.id = s.account_id JOIN people p ON p.id = a.person_id
  WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND a.disabled_at IS NULL`;

/** Signed-in browsers, kept in PostgreSQL. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Opens a session with a fresh token; the caller sends the token as a cookie and forgets it. */
  async open(accountId: string, origin: SessionOrigin): Promise<{ token: string; sessionId: string }> {
    const token = randomBytes(32).toString('base64url');
    const sessionId = newId();
    const now = this.clock.now();
    await this.sql.rows(
      `INSERT INTO sessions (id, created_at, account_id, token_hash, last_seen_at, expires_at, user_agent, ip)
       VALUES ($1, $2, $3, $4, $2, $5, $6, $7)`,
      [
        sessionId,
        now,
        accountId,
        hashOf(token),
        new Date(now.getTime() + sessionLimits(false).absolute),
        origin.userAgent.slice(0, 400),
        origin.ip,
      ],
    );
    return { token, sessionId };
  }

  /** The actor behind a cookie with the powers that hold this instant, or null. */
  async resume(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const row = await this.sql.row<ResumedRow & Record<string, unknown>>(RESUME, [hashOf(token), now]);
    if (!row || !sessionHolds(row, row.powers.length > 0, now)) return null;
    if (now.getTime() - row.lastSeenAt.getTime() >= SEEN_EVERY) await this.noteSeen(row.sessionId, now);
    return {
      kind: 'person',
      accountId: row.accountId,
      personId: row.personId,
      label: row.fullName,
      language: row.language,
      sessionId: row.sessionId,
      powers: row.powers.map((held): HeldPower => ({
        ...held,
        until: held.until === null ? null : new Date(held.until),
      })),
    };
  }

  /** The account's living sessions, last used first; `officer` as of now, since powers shorten a session's rest. */
  async list(accountId: string, officer: boolean): Promise<SessionLine[]> {
    const now = this.clock.now();
    const rows = await this.sql.rows<SessionLine & { expiresAt: Date }>(
      `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt",
              user_agent AS "userAgent", ip
       FROM sessions WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY last_seen_at DESC`,
      [accountId, now],
    );
    return rows.filter((row) => sessionHolds(row, officer, now));
  }

  /** Ends one session of the account. @throws session.not_found */
  async end(accountId: string, sessionId: string): Promise<void> {
    if (!(await this.endQuietly(accountId, sessionId))) throw notFound('session');
  }

  /** Ends one session of the account if it has not ended; whether it did. */
  async endQuietly(accountId: string, sessionId: string): Promise<boolean> {
    const ended = await this.sql.row(
      'UPDATE sessions SET ended_at = $3 WHERE id = $1 AND account_id = $2 AND ended_at IS NULL RETURNING id',
      [sessionId, accountId, this.clock.now()],
    );
    return ended !== null;
  }

  /** Ends all sessions of the account but `except` (null ends every one). */
  async endOthers(accountId: string, except: string | null): Promise<void> {
    await this.sql.rows(
      `UPDATE sessions SET ended_at = $3
       WHERE account_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR id <> $2)`,
      [accountId, except, this.clock.now()],
    );
  }

  private async noteSeen(sessionId: string, now: Date): Promise<void> {
    await this.sql.rows('UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [
      sessionId,
      now,
    ]);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId, notFound, type Actor } from '@himpun/kernel';
import { Sql } from '@himpun/database';
import type { EntityManager } from 'typeorm';
import {
  powersRose,
  RENEWAL_GRACE,
  SEEN_EVERY,
  sessionEnds,
  sessionHolds,
  sessionLimits,
  type SessionEnds,
} from './session.policy';
import { actorOf, RESUME, RESUME_BY_PREVIOUS, type ResumedRow } from './resumed-session';

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

/** A request's actor, and a new token for the cookie where powers rose since the last one. */
export interface ResumedSession {
  actor: Actor;
  renewedToken: string | null;
  /** Milliseconds until the session ends: at rest, and however busy it is. Lengths, as clocks of browsers differ. */
  left: { idle: number; absolute: number };
}

const END_OTHERS = `UPDATE sessions SET ended_at = $3
  WHERE account_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR id <> $2)`;

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

  /**
   * The actor behind a cookie with the powers that hold this instant, or null.
   * @param isUse false for a page that looks again by itself: that prolongs nothing.
   */
  async resume(token: string, isUse = true): Promise<ResumedSession | null> {
    const now = this.clock.now();
    const row = await this.find(hashOf(token), now);
    const officer = row !== null && row.powers.length > 0;
    if (!row || !sessionHolds(row, officer, now)) return null;
    const isSeen = isUse && now.getTime() - row.lastSeenAt.getTime() >= SEEN_EVERY;
    if (isSeen) await this.noteSeen(row.sessionId, now);
    const renewedToken = powersRose(row, row.newestPower) ? await this.renew(row, token, now) : null;
    const ends = sessionEnds(isSeen ? { ...row, lastSeenAt: now } : row, officer);
    return { actor: actorOf(row), renewedToken, left: leftOf(ends, now) };
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
    await this.sql.rows(END_OTHERS, [accountId, except, this.clock.now()]);
  }

  /** Ends every session of the account in the caller's transaction. */
  async endAll(tx: EntityManager, accountId: string, except: string | null = null): Promise<void> {
    await tx.query(END_OTHERS, [accountId, except, this.clock.now()]);
  }

  private async find(tokenHash: Buffer, now: Date): Promise<ResumedRow | null> {
    return (
      (await this.sql.row<ResumedRow>(RESUME, [tokenHash, now])) ??
      (await this.sql.row<ResumedRow>(RESUME_BY_PREVIOUS, [
        tokenHash,
        now,
        new Date(now.getTime() - RENEWAL_GRACE),
      ]))
    );
  }

  /** One of several requests at the same moment gets the new token; the others go on with the old one for a while. */
  private async renew(row: ResumedRow, token: string, now: Date): Promise<string | null> {
    const renewed = randomBytes(32).toString('base64url');
    const won = await this.sql.row(
      `UPDATE sessions SET token_hash = $3, previous_token_hash = $2, renewed_at = $4
       WHERE id = $1 AND token_hash = $2 RETURNING id`,
      [row.sessionId, hashOf(token), hashOf(renewed), now],
    );
    return won ? renewed : null;
  }

  private async noteSeen(sessionId: string, now: Date): Promise<void> {
    await this.sql.rows('UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [
      sessionId,
      now,
    ]);
  }
}

function leftOf({ idle, absolute }: SessionEnds, now: Date): ResumedSession['left'] {
  return { idle: idle.getTime() - now.getTime(), absolute: absolute.getTime() - now.getTime() };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, Settings, systemActor, type Bilingual, type Language } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { ISSUER_ATTESTATION } from './attestation-check.sql';
import { attestationToken } from './attestation-token';

const DAY_MS = 86_400_000;
const BATCH = 200;

/** All that a mail about a question says; the link's token is made here and goes into the mail alone. */
export interface AttestationLetter {
  attestationId: string;
  email: string;
  language: Language;
  institution: string;
  groupName: Bilingual;
  reference: string;
  token: string;
  /** Up to when the link works. */
  expiresAt: Date;
  zone: string;
}

interface LetterRow extends Record<string, unknown> {
  email: string;
  language: Language;
  institution: string;
  groupName: Bilingual;
  reference: string;
  state: string;
  linkDays: number;
  expiresAt: Date | null;
  zone: string;
}

interface Ended {
  id: string;
  checkId: string;
  groupId: string;
}

/** What time and the post do to questions: they go out, are reminded of, lapse, or cannot be delivered. */
@Injectable()
export class AttestationDeadlines {
  constructor(
    private readonly transactions: Transactions,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** The mail that asks or reminds; null where the question is no longer open, so that no dead link is sent. */
  async letter(attestationId: string): Promise<AttestationLetter | null> {
    const row = await this.sql.row<LetterRow>(LETTER, [attestationId]);
    const now = this.clock.now();
    if (!row || (row.state !== 'asked' && row.state !== 'sent')) return null;
    const expiresAt = row.expiresAt ?? new Date(now.getTime() + row.linkDays * DAY_MS);
    if (expiresAt <= now) return null;
    const { email, language, institution, groupName, reference, zone } = row;
    const token = attestationToken(this.settings.secret, attestationId);
    return { attestationId, email, language, institution, groupName, reference, zone, token, expiresAt };
  }

  /** The confirmation to an office that has answered; null for a question that was not answered. */
  async confirmation(attestationId: string): Promise<Omit<AttestationLetter, 'token' | 'expiresAt'> | null> {
    const row = await this.sql.row<LetterRow>(LETTER, [attestationId]);
    if (row?.state !== 'answered') return null;
    const { email, language, institution, groupName, reference, zone } = row;
    return { attestationId, email, language, institution, groupName, reference, zone };
  }

  /** The mail is out: from now on its link works, up to `expiresAt`. Again changes nothing. */
  async noteSent(attestationId: string, expiresAt: Date): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [rows]: [Ended[], number] = await tx.query(
        `UPDATE attestations a SET state = 'sent', sent_at = $2, expires_at = $3 FROM checks k
         WHERE a.id = $1 AND a.state = 'asked' AND k.id = a.check_id
         RETURNING a.id, a.check_id AS "checkId", k.group_id AS "groupId"`,
        [attestationId, this.clock.now(), expiresAt],
      );
      for (const row of rows) await this.record(tx, 'attestation.sent', row, { expiresAt });
    });
  }

  /** The mail server will never take it: an officer has to find another address. */
  async noteUndelivered(attestationId: string, why: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const rows = await this.end(
        tx,
        `UPDATE attestations a SET state = 'undelivered', ended_at = $2, ended_reason = left($3, 1000) FROM checks k
         WHERE a.id = $1 AND a.state = 'asked' AND k.id = a.check_id
         RETURNING a.id, a.check_id AS "checkId", k.group_id AS "groupId"`,
        [attestationId, this.clock.now(), why],
      );
      for (const row of rows) await this.record(tx, 'attestation.undelivered', row, {});
    });
  }

  /**
   * Announces reminders that are due, and lets questions lapse whose time is over. Finds out by itself what is due, so it
   * may run late or twice: each reminder goes out once, and after an outage the second at least a day after the first.
   */
  async keepUp(): Promise<{ reminded: number; lapsed: number }> {
    const total = { reminded: 0, lapsed: 0 };
    for (let found = BATCH; found === BATCH;) {
      const batch = await this.transactions.run((tx) => this.keepUpOnce(tx));
      total.reminded += batch.reminded;
      total.lapsed += batch.lapsed;
      found = Math.max(batch.reminded, batch.lapsed);
    }
    return total;
  }

  private async keepUpOnce(tx: EntityManager): Promise<{ reminded: number; lapsed: number }> {
    const now = this.clock.now();
    const lapsed = await this.end(tx, LAPSE, [now, BATCH]);
    for (const row of lapsed) await this.record(tx, 'attestation.lapsed', row, {});
    const reminded: (Ended & { number: number })[] = await tx.query(REMIND, [now, BATCH]);
    await this.outbox.announceAll(
      tx,
      reminded.map(({ id, number }) => ({
        type: 'credentials.attestation_reminder_due',
        payload: { attestationId: id, number },
      })),
    );
    for (const row of reminded) await this.record(tx, 'attestation.reminded', row, { number: row.number });
    return { reminded: reminded.length, lapsed: lapsed.length };
  }

  /** Ends questions without an answer; their checks go on and are a person's. */
  private async end(tx: EntityManager, statement: string, values: unknown[]): Promise<Ended[]> {
    const [rows]: [Ended[], number] = await tx.query(statement, values);
    await this.outbox.announceAll(
      tx,
      rows.map(({ checkId }) => ({
        type: 'credentials.check_requested',
        payload: { checkId, source: ISSUER_ATTESTATION },
      })),
    );
    return rows;
  }

  private record(
    tx: EntityManager,
    action: string,
    row: Ended,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, systemActor('attestations'), {
      action,
      subjectType: 'attestation',
      subjectId: row.id,
      groupId: row.groupId,
      details: { checkId: row.checkId, ...details },
    });
  }
}

const LETTER = `
  SELECT a.contact_email AS email, a.language, a.institution, a.reference, a.state, a.link_days AS "linkDays",
    a.expires_at AS "expiresAt", g.zone, jsonb_build_object('id', g.name_id, 'en', g.name_en) AS "groupName"
  FROM attestations a JOIN checks k ON k.id = a.check_id JOIN groups g ON g.id = k.group_id WHERE a.id = $1`;

// A question whose mail never went out lapses as well, counted from when it was asked.
const LAPSE = `
  UPDATE attestations a SET state = 'lapsed', ended_at = $1 FROM checks k
  WHERE k.id = a.check_id AND a.id IN (
    SELECT id FROM attestations
    WHERE (state = 'sent' AND expires_at <= $1) OR (state = 'asked' AND created_at + make_interval(days => link_days) <= $1)
    ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING a.id, a.check_id AS "checkId", k.group_id AS "groupId"`;

const REMIND = `
  WITH due AS (
    SELECT a.id, a.check_id, 1 + count(r.number)::int AS number
    FROM attestations a LEFT JOIN attestation_reminders r ON r.attestation_id = a.id
    WHERE a.state = 'sent' AND a.expires_at > $1
    GROUP BY a.id
    HAVING count(r.number) < cardinality(a.reminder_days)
      AND a.sent_at + make_interval(days => a.reminder_days[1 + count(r.number)::int]) <= $1
      AND coalesce(max(r.created_at) + interval '1 day' <= $1, true)
    ORDER BY a.id LIMIT $2),
  made AS (
    INSERT INTO attestation_reminders (attestation_id, number, created_at) SELECT id, number, $1::timestamptz FROM due
    ON CONFLICT DO NOTHING RETURNING attestation_id, number)
  SELECT m.attestation_id AS id, m.number, d.check_id AS "checkId", k.group_id AS "groupId"
  FROM made m JOIN due d ON d.id = m.attestation_id JOIN checks k ON k.id = d.check_id`;

import { Injectable } from '@nestjs/common';
import { Sql, Transactions } from '@himpun/database';
import { StandingRules } from '@himpun/groups';
import { Clock, newId, type LocalDate } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { Claim, CredentialKind } from '../credential/claim';
import { CLAIM_JSON } from '../credential/claim-json.sql';
import { NOT_RENEWED } from './renewal.sql';

const BATCH = 1_000;
const ROUNDS_AT_MOST = 100;

/** What a letter about a credential's last day names. */
export interface ExpiryLetter {
  personId: string;
  credentialId: string;
  kind: CredentialKind;
  claim: Claim;
  groupNameId: string;
  groupNameEn: string;
  expiresOn: LocalDate;
  zone: string;
}

/** Reminds holders of a credential's last day, each distance once. */
@Injectable()
export class ExpiryReminders {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rules: StandingRules,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Notes and announces (`credentials.expiry_near`) every reminder that is due today in its group's calendar: per credential
   * the most urgent one, so that an outage of days ends in one letter and not in three. The unique constraint keeps "once".
   * @returns how many
   */
  async sweep(): Promise<number> {
    const rules = (await this.rules.all()).map(({ forId, rule: { reminders } }) => ({
      groupId: forId,
      kinds: reminders.kinds,
      days: reminders.daysBefore,
    }));
    const farthest = Math.max(0, ...rules.flatMap(({ days }) => days));
    let sent = 0;
    for (let round = 0; round < ROUNDS_AT_MOST; round += 1) {
      const made = await this.batch(JSON.stringify(rules), farthest);
      sent += made;
      if (made < BATCH) break;
    }
    return sent;
  }

  /** What the letter says; null where the credential was renewed meanwhile: then nobody needs it. */
  letter(reminderId: string): Promise<ExpiryLetter | null> {
    return this.sql.row<ExpiryLetter & Record<string, unknown>>(
      `SELECT c.person_id AS "personId", c.id AS "credentialId", c.kind, ${CLAIM_JSON} AS claim, g.name_id AS "groupNameId",
         g.name_en AS "groupNameEn", g.zone, w.expires_on::text AS "expiresOn"
       FROM expiry_reminders w JOIN credentials c ON c.id = w.credential_id JOIN groups g ON g.id = w.group_id
       WHERE w.id = $1 AND ${NOT_RENEWED}`,
      [reminderId],
    );
  }

  private batch(rules: string, farthest: number): Promise<number> {
    return this.transactions.run(async (tx) => {
      const due: { credentialId: string }[] = await tx.query(DUE, [rules, this.clock.now(), farthest, BATCH]);
      const rows = due.map((row) => ({ id: newId(), ...row }));
      const made: { id: string }[] = await tx.query(KEEP, [JSON.stringify(rows), this.clock.now()]);
      await this.outbox.announceAll(
        tx,
        made.map(({ id }) => ({ type: 'credentials.expiry_near', payload: { reminderId: id } })),
      );
      return made.length;
    });
  }
}

/**
 * $1 rules as JSON, $2 now, $3 the farthest distance, $4 how many. No letter about a day before the watch began: on a database
 * that was filled before, nobody hears of licences that ended years ago.
 */
const DUE = `
  SELECT DISTINCT ON (w.credential_id) w.credential_id AS "credentialId", w.group_id AS "groupId",
    w.expires_on::text AS "expiresOn", d.days AS "daysBefore"
  FROM credential_watches w
  JOIN groups g ON g.id = w.group_id
  JOIN jsonb_to_recordset($1::jsonb) AS r ("groupId" uuid, kinds text[], days int[]) ON r."groupId" = w.group_id
  JOIN credentials c ON c.id = w.credential_id AND c.kind = ANY (r.kinds)
  CROSS JOIN LATERAL (SELECT min(x) AS days FROM unnest(r.days) x
    WHERE w.expires_on - x <= ($2::timestamptz AT TIME ZONE g.zone)::date) d
  WHERE w.expires_on <= ($2::timestamptz)::date + 1 + $3::int AND d.days IS NOT NULL
    AND w.expires_on >= (w.created_at AT TIME ZONE g.zone)::date AND ${NOT_RENEWED}
    AND NOT EXISTS (SELECT 1 FROM expiry_reminders e WHERE e.credential_id = w.credential_id
      AND e.expires_on = w.expires_on AND e.days_before <= d.days)
  ORDER BY w.credential_id, d.days, w.group_id LIMIT $4`;

const KEEP = `
  INSERT INTO expiry_reminders (id, created_at, credential_id, group_id, expires_on, days_before)
  SELECT r.id, $2, r."credentialId", r."groupId", r."expiresOn", r."daysBefore"
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "credentialId" uuid, "groupId" uuid, "expiresOn" date, "daysBefore" int)
  ON CONFLICT ON CONSTRAINT expiry_reminders_once DO NOTHING RETURNING id`;

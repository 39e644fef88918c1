import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, newId, systemActor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';

interface Overdue {
  id: string;
  dueOn: string;
  groupId: string;
  officeId: string;
}

/** What the holders of an office are told. */
export interface EscalationLetter {
  officeNameId: string;
  officeNameEn: string;
  groupNameId: string;
  groupNameEn: string;
  holders: string[];
  cases: { reference: string; dueOn: string }[];
}

/** Promised cases whose day is over by the calendar of their group, with the office that the nearest group names. */
const OVERDUE = `SELECT a.id, a.due_on::text AS "dueOn", a.group_id AS "groupId", d.escalation_office_id AS "officeId"
  FROM applications a JOIN groups g ON g.id = a.group_id
  JOIN LATERAL (SELECT d.escalation_office_id FROM review_desks d WHERE d.group_id = ANY (g.path) AND d.escalation_office_id IS NOT NULL
    ORDER BY array_position(g.path, d.group_id) DESC LIMIT 1) d ON true
  WHERE a.state = 'submitted' AND a.due_on < ($1::timestamptz AT TIME ZONE g.zone)::date
    AND NOT EXISTS (SELECT 1 FROM escalated_cases e WHERE e.application_id = a.id AND e.due_on = a.due_on)
  ORDER BY a.due_on, a.id LIMIT 500`;

const LETTER = `SELECT o.name_id AS "officeNameId", o.name_en AS "officeNameEn", g.name_id AS "groupNameId", g.name_en AS "groupNameEn",
    ARRAY(SELECT DISTINCT t.person_id FROM seats s JOIN terms t ON t.seat_id = s.id
      WHERE s.office_id = o.id AND t.starts_at <= $2 AND t.ends_at > $2) AS holders,
    (SELECT json_agg(json_build_object('reference', a.reference, 'dueOn', c.due_on::text) ORDER BY c.due_on, a.reference)
      FROM escalated_cases c JOIN applications a ON a.id = c.application_id WHERE c.escalation_id = e.id) AS cases
  FROM escalations e JOIN offices o ON o.id = e.office_id JOIN groups g ON g.id = o.group_id WHERE e.id = $1`;

/** Tells an office of cases whose promise was broken. */
@Injectable()
export class CaseEscalations {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Escalates each overdue case once for each day that it was promised for; a case that was returned and comes back has a new
   * day. Each is noted on the case; an office hears of all of its cases at once: `membership.cases_overdue`.
   */
  async sweep(): Promise<void> {
    const overdue = await this.sql.rows<Overdue & Record<string, unknown>>(OVERDUE, [this.clock.now()]);
    for (const officeId of new Set(overdue.map((one) => one.officeId))) {
      const cases = overdue.filter((one) => one.officeId === officeId);
      await this.transactions.run((tx) => this.escalate(tx, officeId, cases));
    }
  }

  /** What to write and to whom; null for an escalation that is not there. */
  letter(escalationId: string): Promise<EscalationLetter | null> {
    return this.sql.row<EscalationLetter & Record<string, unknown>>(LETTER, [escalationId, this.clock.now()]);
  }

  private async escalate(tx: EntityManager, officeId: string, cases: readonly Overdue[]): Promise<void> {
    const id = newId();
    await tx.query('INSERT INTO escalations (id, created_at, office_id) VALUES ($1, $2, $3)', [
      id,
      this.clock.now(),
      officeId,
    ]);
    // Another worker may have been quicker with some of them.
    const taken: { applicationId: string }[] = await tx.query(
      `INSERT INTO escalated_cases (application_id, due_on, escalation_id)
       SELECT id, due_on, $2 FROM unnest($1::uuid[], $3::date[]) AS t (id, due_on) ORDER BY id ON CONFLICT DO NOTHING
       RETURNING application_id AS "applicationId"`,
      [cases.map((one) => one.id), id, cases.map((one) => one.dueOn)],
    );
    const ids = new Set(taken.map(({ applicationId }) => applicationId));
    if (ids.size === 0) return void (await tx.query('DELETE FROM escalations WHERE id = $1', [id]));
    for (const one of cases.filter((known) => ids.has(known.id))) {
      await this.audit.record(tx, systemActor('promises'), {
        action: 'application.escalated',
        subjectType: 'application',
        subjectId: one.id,
        groupId: one.groupId,
        details: { dueOn: one.dueOn, officeId },
      });
    }
    await this.outbox.announce(tx, 'membership.cases_overdue', { escalationId: id });
  }
}

import { Injectable } from '@nestjs/common';
import { Sql, Transactions } from '@himpun/database';
import { StandingRules } from '@himpun/groups';
import { Clock, newId, type LocalDate } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { BOUND } from './acknowledgement.sql';
import { dueDistance } from './acknowledgement-round.policy';

const BATCH = 1_000;
const ROUNDS_AT_MOST = 1_000;

interface Round {
  codeId: string;
  groupId: string;
  acknowledgeBy: LocalDate;
  zone: string;
}

/** Editions in force that members have until a day to acknowledge. */
const ROUNDS = `
  SELECT c.id AS "codeId", c.group_id AS "groupId", c.acknowledge_by::text AS "acknowledgeBy", g.zone
  FROM codes c JOIN groups g ON g.id = c.group_id
  WHERE c.acknowledge_by IS NOT NULL AND c.edition = (SELECT max(o.edition) FROM codes o WHERE o.group_id = c.group_id)`;

/** Asks members to acknowledge a new edition, and reminds them before its last day. */
@Injectable()
export class AcknowledgementRounds {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly rules: StandingRules,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks everybody who is bound and has not acknowledged, once, and again at each distance the group's rule names: the most
   * urgent one alone after an outage. Announces `membership.acknowledgement_due`; where the rule wants a case for who is late,
   * `membership.standing_case_opened`. @returns how many were asked
   */
  async sweep(): Promise<number> {
    const rounds = await this.sql.rows<Round & Record<string, unknown>>(ROUNDS);
    let asked = 0;
    for (const round of rounds) asked += await this.ask(round);
    return asked;
  }

  /** What is acknowledged needs no officer any more. Joins the caller's transaction. */
  async settleLate(tx: EntityManager, personId: string, groupId: string): Promise<void> {
    await tx.query(
      `UPDATE standing_cases s SET state = 'settled', verdict = 'keep', settled_at = $3, version = s.version + 1,
         settled_reason = 'Kode etik sudah disetujui. / The code of ethics is acknowledged.'
       FROM memberships m, codes c WHERE m.id = s.membership_id AND m.person_id = $1 AND c.id = s.code_id AND c.group_id = $2
         AND s.state = 'open'`,
      [personId, groupId, this.clock.now()],
    );
  }

  private async ask(round: Round): Promise<number> {
    const { rule } = await this.rules.of(null, round.groupId);
    const { daysBefore, late } = rule.acknowledgement;
    const today = this.clock.today(round.zone);
    const distance = dueDistance(round.acknowledgeBy, today, daysBefore);
    let asked = 0;
    for (let times = 0; times < ROUNDS_AT_MOST; times += 1) {
      const made = await this.batch(round.codeId, distance);
      asked += made;
      if (made < BATCH) break;
    }
    if (late === 'review' && round.acknowledgeBy < today) await this.openLate(round);
    return asked;
  }

  private batch(codeId: string, distance: number | null): Promise<number> {
    return this.transactions.run(async (tx) => {
      const due: { personId: string }[] = await tx.query(DUE, [this.clock.now(), codeId, distance, BATCH]);
      const rows = due.map((row) => ({ id: newId(), ...row }));
      const made: { id: string }[] = await tx.query(KEEP, [
        ...[JSON.stringify(rows), this.clock.now(), codeId, distance],
      ]);
      await this.outbox.announceAll(
        tx,
        made.map(({ id }) => ({ type: 'membership.acknowledgement_due', payload: { requestId: id } })),
      );
      return made.length;
    });
  }

  private async openLate({ codeId, groupId }: Round): Promise<void> {
    const { version } = await this.rules.of(null, groupId);
    await this.transactions.run(async (tx) => {
      const made: { id: string }[] = await tx.query(LATE, [this.clock.now(), codeId, version]);
      await this.outbox.announceAll(
        tx,
        made.map(({ id }) => ({ type: 'membership.standing_case_opened', payload: { caseId: id } })),
      );
    });
  }
}

/** $1 now, $2 code, $3 the distance that is due or null, $4 how many. */
const DUE = `
  SELECT DISTINCT b.person_id AS "personId" FROM (${BOUND}) b
  WHERE b.code_id = $2 AND b.acknowledged_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM acknowledgement_requests r WHERE r.code_id = $2 AND r.person_id = b.person_id
      AND coalesce(r.days_before, 1000) <= coalesce($3::int, 1000))
  LIMIT $4`;

/** $1 people as JSON, $2 now, $3 code, $4 distance. */
const KEEP = `
  INSERT INTO acknowledgement_requests (id, created_at, code_id, person_id, days_before)
  SELECT r.id, $2, $3, r."personId", $4 FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "personId" uuid)
  ON CONFLICT ON CONSTRAINT acknowledgement_requests_once DO NOTHING RETURNING id`;

/** $1 now, $2 code, $3 version of the rule. */
const LATE = `
  INSERT INTO standing_cases (id, created_at, membership_id, code_id, change, proposal, rule_version)
  SELECT gen_random_uuid(), $1, b.membership_id, $2, 'late', 'review', $3 FROM (${BOUND}) b
  WHERE b.code_id = $2 AND b.acknowledged_at IS NULL
  ON CONFLICT ON CONSTRAINT standing_cases_code_once DO NOTHING RETURNING id`;

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, forbidden, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { MembershipRows } from '../membership/membership-rows';
import type { MembershipStatus } from '../membership/standing.policy';
import { verdictsFor, type Verdict } from './consequence.policy';
import { maySeeStandingCase, maySettleStandingCase } from './standing-case.access';

/** An officer's word on a case. */
export interface CaseVerdict {
  verdict: Verdict;
  /** In the officer's words; the member reads it. */
  reason: string;
}

interface CaseRow {
  id: string;
  membershipId: string;
  personId: string;
  groupId: string;
  groupPath: string[];
  state: 'open' | 'settled';
  status: MembershipStatus | 'none';
}

/** Locks the case and the membership, in this order everywhere. $1 case, $2 now. */
const CASE = `
  SELECT s.id, s.state, m.id AS "membershipId", m.person_id AS "personId", m.group_id AS "groupId", g.path AS "groupPath",
    coalesce((SELECT d.status FROM membership_periods d WHERE d.membership_id = m.id AND d.starts_at <= $2
      AND (d.ends_at IS NULL OR d.ends_at > $2)), 'none') AS status
  FROM standing_cases s JOIN memberships m ON m.id = s.membership_id JOIN groups g ON g.id = m.group_id
  WHERE s.id = $1 FOR UPDATE OF m, s`;

const NEW_STATUS: Readonly<Record<Verdict, MembershipStatus | null>> = {
  keep: null,
  suspend: 'suspended',
  reinstate: 'active',
};

/** Officers settle what the watch over standing has found. */
@Injectable()
export class StandingCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rows: MembershipRows,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Leaves a membership as it is, suspends it or takes it up again: a new dated row, from now on. Announces
   * `membership.standing_case_settled`. Of two officers at once the second is told that it is settled.
   * @throws standing_case.not_found, standing_case.forbidden, standing_case.closed, standing_case.mismatch
   */
  async settle(actor: Actor, caseId: string, { verdict, reason }: CaseVerdict): Promise<void> {
    await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const found = await this.settleable(tx, actor, caseId, now);
      if (!verdictsFor(found.status).includes(verdict)) throw notPossible(found.status);
      await tx.query(
        `UPDATE standing_cases SET state = 'settled', verdict = $2, settled_by = $3, settled_at = $4, settled_reason = $5,
           version = version + 1 WHERE id = $1`,
        [caseId, verdict, actor.personId, now, reason],
      );
      const status = NEW_STATUS[verdict];
      if (status) await this.rows.turn(tx, found.membershipId, status, reason);
      await this.audit.record(tx, actor, {
        action: `standing_case.${verdict === 'keep' ? 'kept' : verdict === 'suspend' ? 'suspended' : 'reinstated'}`,
        subjectType: 'membership',
        subjectId: found.membershipId,
        groupId: found.groupId,
        reason,
        details: { caseId, before: found.status },
      });
      await this.outbox.announce(tx, 'membership.standing_case_settled', { caseId });
    });
  }

  private async settleable(tx: EntityManager, actor: Actor, caseId: string, now: Date): Promise<CaseRow> {
    const [found]: CaseRow[] = await tx.query(CASE, [caseId, now]);
    if (!found || !maySeeStandingCase(actor, found)) throw notFound('standing_case');
    if (!maySettleStandingCase(actor, found)) throw forbidden('standing_case');
    if (found.state !== 'open') throw new DomainError('standing_case.closed', CLOSED);
    return found;
  }
}

const CLOSED = {
  id: 'Kasus ini sudah diselesaikan. Muat ulang untuk melihat hasilnya.',
  en: 'This case is settled already. Reload to see how.',
};

function notPossible(status: string): DomainError {
  return new DomainError(
    'standing_case.mismatch',
    {
      id: 'Kedudukan anggota ini sudah berubah. Muat ulang, lalu putuskan lagi.',
      en: 'This member’s standing has changed. Reload, then decide again.',
    },
    [],
    { status },
  );
}

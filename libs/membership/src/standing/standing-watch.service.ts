import { Injectable } from '@nestjs/common';
import { CredentialWatches, Rechecks, type RecheckNews } from '@himpun/credentials';
import { Transactions } from '@himpun/database';
import { StandingRules } from '@himpun/groups';
import { Clock, newId } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { consequence } from './consequence.policy';
import { isStillMet, restingMemberships, type RestingRow } from './resting-memberships';

const CONFIRMED_AGAIN =
  'Sumber atau petugas mengonfirmasi kredensial ini lagi. / A source or an officer confirms this credential again.';

/** Watches over what memberships rest on, and brings what changes before an officer. */
@Injectable()
export class StandingWatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly watches: CredentialWatches,
    private readonly rechecks: Rechecks,
    private readonly rules: StandingRules,
    private readonly facts: RequirementFactsQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** From the first day of a membership its credentials are asked about again; again changes nothing. */
  async begin(membershipId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const offered: { credentialId: string; groupId: string }[] = await tx.query(
        `SELECT DISTINCT o.credential_id AS "credentialId", m.group_id AS "groupId" FROM memberships m
         JOIN application_credentials o ON o.application_id = m.application_id WHERE m.id = $1`,
        [membershipId],
      );
      const [first] = offered;
      if (!first) return;
      await this.watches.begin(
        tx,
        first.groupId,
        offered.map(({ credentialId }) => credentialId),
      );
    });
  }

  /** A group's rule of standing has a new version. */
  async replan(groupId: string): Promise<void> {
    await this.transactions.run((tx) => this.watches.replan(tx, groupId));
  }

  /**
   * Weighs a re-check that has ended: what is new in it, and which of the memberships that rest on the credential an officer has
   * to look at. Announces `membership.standing_case_opened` for each. Again changes nothing.
   */
  async weigh(checkId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const news = await this.rechecks.note(tx, checkId);
      if (!news || news.change === 'same' || news.change === 'unanswered') return;
      if (news.change === 'restored' || news.change === 'cleared') await this.settleByAnswer(tx, news);
      const rows = await restingMemberships(tx, news.credentialId, news.groupId, this.clock.now());
      for (const row of rows) await this.openFor(tx, news, row);
    });
  }

  private async openFor(tx: EntityManager, news: RecheckNews, row: RestingRow): Promise<void> {
    const { rule, version } = await this.rules.of(tx, row.groupId);
    const met = await isStillMet(tx, this.facts, row, this.clock.today());
    const proposal = consequence(news.change, rule.consequences, {
      kind: news.kind,
      status: row.status,
      isStillMet: met,
      isSuspendedForIt: row.isSuspendedForIt,
    });
    if (proposal === null) return;
    const [made]: { id: string }[] = await tx.query(
      `INSERT INTO standing_cases (id, created_at, membership_id, credential_id, check_id, change, proposal, requirement_ids,
         rule_version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT ON CONSTRAINT standing_cases_check_once DO NOTHING RETURNING id`,
      [
        ...[newId(), this.clock.now(), row.membershipId, news.credentialId, news.checkId, news.change],
        ...[proposal, row.requirementIds, version],
      ],
    );
    if (made) await this.outbox.announce(tx, 'membership.standing_case_opened', { caseId: made.id });
  }

  /** What is confirmed again needs no officer any more. */
  private async settleByAnswer(tx: EntityManager, { credentialId, groupId }: RecheckNews): Promise<void> {
    await tx.query(
      `UPDATE standing_cases s SET state = 'settled', verdict = 'keep', settled_at = $3, settled_reason = $4, version = s.version + 1
       FROM memberships m WHERE m.id = s.membership_id AND m.group_id = $2 AND s.credential_id = $1 AND s.state = 'open'
         AND s.change <> 'restored'`,
      [credentialId, groupId, this.clock.now(), CONFIRMED_AGAIN],
    );
  }
}

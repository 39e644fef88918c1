import { Injectable } from '@nestjs/common';
import { LINE_OF, type RecheckNews } from '@himpun/credentials';
import { StandingRules } from '@himpun/groups';
import { Clock, newId } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { consequence } from './consequence.policy';
import { isStillMet, restingMemberships, type RestingRow } from './resting-memberships';

/** What is new about a credential that memberships rest on. */
export type CredentialNews = Omit<RecheckNews, 'change'> & { change: RecheckNews['change'] | 'renewal' };

/** $1 credential, $2 group, $3 now, $4 why. Cases about what it took the place of are settled with it. */
const SETTLE = `${LINE_OF}
  UPDATE standing_cases s SET state = 'settled', verdict = 'keep', settled_at = $3, settled_reason = $4, version = s.version + 1
  FROM memberships m WHERE m.id = s.membership_id AND m.group_id = $2 AND s.credential_id IN (SELECT id FROM line)
    AND s.state = 'open' AND s.change <> 'restored'`;

/** Opens cases for officers, and closes those that need none any more. */
@Injectable()
export class CaseOpenings {
  constructor(
    private readonly rules: StandingRules,
    private readonly facts: RequirementFactsQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * A case for each membership that rests on the credential and that the group's rule wants looked at. Announces
   * `membership.standing_case_opened` for each. Joins the caller's transaction; again changes nothing.
   */
  async open(tx: EntityManager, news: CredentialNews): Promise<void> {
    const rows = await restingMemberships(tx, news.credentialId, news.groupId, this.clock.now());
    for (const row of rows) await this.openFor(tx, news, row);
  }

  /** What is confirmed again, or was renewed, needs no officer any more. */
  async settleByAnswer(
    tx: EntityManager,
    { credentialId, groupId }: Pick<CredentialNews, 'credentialId' | 'groupId'>,
    reason: string,
  ): Promise<void> {
    await tx.query(SETTLE, [credentialId, groupId, this.clock.now(), reason]);
  }

  private async openFor(tx: EntityManager, news: CredentialNews, row: RestingRow): Promise<void> {
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
}

import { Injectable } from '@nestjs/common';
import { CredentialWatches, Rechecks } from '@himpun/credentials';
import { Transactions } from '@himpun/database';
import { CaseOpenings } from './case-openings';

const CONFIRMED_AGAIN =
  'Sumber atau petugas mengonfirmasi kredensial ini lagi. / A source or an officer confirms this credential again.';

/** Watches over what memberships rest on, and brings what changes before an officer. */
@Injectable()
export class StandingWatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly watches: CredentialWatches,
    private readonly rechecks: Rechecks,
    private readonly openings: CaseOpenings,
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
      if (news.change === 'restored' || news.change === 'cleared') {
        await this.openings.settleByAnswer(tx, news, CONFIRMED_AGAIN);
      }
      await this.openings.open(tx, news);
    });
  }
}

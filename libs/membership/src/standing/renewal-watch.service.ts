import { Injectable } from '@nestjs/common';
import { RenewalAnswers } from '@himpun/credentials';
import { Transactions } from '@himpun/database';
import { CaseOpenings } from './case-openings';

const RENEWED =
  'Kredensial ini sudah diperpanjang dan dikonfirmasi. / This credential was renewed, and the renewal is confirmed.';

/** What a renewal means for the memberships that rest on the credential before it. */
@Injectable()
export class RenewalWatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly answers: RenewalAnswers,
    private readonly openings: CaseOpenings,
  ) {}

  /**
   * Weighs how a renewal stands. Confirmed, it closes what was open about the credential it follows, proposes to reinstate who
   * was suspended for that. What no source could confirm goes to an officer.
   * While a source is still at it, and when it is weighed again, nothing happens.
   */
  async weigh(renewalId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const news = await this.answers.note(tx, renewalId);
      if (!news || news.wasConfirmed || news.standing === 'pending') return;
      if (news.standing === 'confirmed') await this.openings.settleByAnswer(tx, news, RENEWED);
      await this.openings.open(tx, {
        ...news,
        change: news.standing === 'confirmed' ? 'restored' : 'renewal',
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Sql, Transactions } from '@himpun/database';
import { Clock, localDateOf, type LocalDate } from '@himpun/kernel';
import { botOf } from './bot-rows';
import { lastDay } from './bot.policy';

/** For mails: until when an application that was sent back stays open. */
@Injectable()
export class CorrectionDeadlines {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The last day, `YYYY-MM-DD`; null where nothing closes it, or it is not returned any more. */
  async of(applicationId: string): Promise<LocalDate | null> {
    const row = await this.sql.row<{ at: string; answerBy: string | null; zone: string }>(
      `SELECT a.returned ->> 'at' AS at, a.returned ->> 'answerBy' AS "answerBy", g.zone
       FROM applications a JOIN groups g ON g.id = a.group_id WHERE a.id = $1 AND a.state = 'returned'`,
      [applicationId],
    );
    const bot = row && (await this.transactions.run((tx) => botOf(tx, applicationId, this.clock.now())));
    if (!row || !bot) return null;
    const returnedOn = localDateOf(new Date(row.at), row.zone);
    return lastDay(bot.rule, { returnedOn, answerBy: row.answerBy });
  }
}

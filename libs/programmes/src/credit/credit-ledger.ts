import { Injectable } from '@nestjs/common';
import { Clock, newId, type LocalDate } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { entriesOwed, type Booked, type Tenths } from './credits.policy';
import { CreditEntry } from './credit-entry.entity';

/** Whose ledger, for what. */
export interface LedgerSubject {
  registrationId: string;
  activityId: string;
  personId: string;
}

/** Writes credit lines; joins the transaction of the verb that changed the attendance and holds its registration locked. */
@Injectable()
export class CreditLedger {
  constructor(private readonly clock: Clock) {}

  /** Brings the ledger of one registration to what is due; asked again, it writes nothing. */
  async settle(
    tx: EntityManager,
    subject: LedgerSubject,
    isComplete: boolean,
    earnedOn: LocalDate,
    reason: string | null,
  ): Promise<void> {
    const due = isComplete ? await this.due(tx, subject.activityId) : {};
    const booked = await this.booked(tx, subject.registrationId);
    const createdAt = this.clock.now();
    const lines = entriesOwed(due, booked).map(({ domain, kind, tenths }) => ({
      ...subject,
      id: newId(),
      createdAt,
      domain,
      kind,
      earnedOn,
      reason: kind === 'correction' ? reason : null,
      ordinal: (booked[domain]?.entries ?? 0) + 1,
      hours: (tenths / 10).toFixed(1),
    }));
    if (lines.length > 0) await tx.insert(CreditEntry, lines);
  }

  private async due(tx: EntityManager, activityId: string): Promise<Tenths> {
    const rows = await tx.query<{ domain: string; tenths: number }[]>(
      'SELECT domain, (hours * 10)::int AS tenths FROM activity_credits WHERE activity_id = $1',
      [activityId],
    );
    return Object.fromEntries(rows.map((row) => [row.domain, row.tenths]));
  }

  private async booked(tx: EntityManager, registrationId: string): Promise<Booked> {
    const rows = await tx.query<{ domain: string; tenths: number; entries: number }[]>(
      `SELECT domain, (sum(hours) * 10)::int AS tenths, count(*)::int AS entries FROM credit_entries
       WHERE registration_id = $1 GROUP BY domain`,
      [registrationId],
    );
    return Object.fromEntries(rows.map(({ domain, tenths, entries }) => [domain, { tenths, entries }]));
  }
}

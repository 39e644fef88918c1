import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, type LocalDate } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import type { Standing } from '../check/credential-fact';
import { standingOf, type StandingCheck } from '../check/standing.policy';
import type { CredentialKind } from '../credential/claim';
import { CredentialWatches } from '../recheck/watches.service';
import { CredentialRenewal } from './credential-renewal.entity';
import { CHECKS_OF_RENEWAL, LETTER, RENEWAL, REST } from './renewals.sql';

/** How a renewal stands after an answer. */
export interface RenewalNews {
  renewalId: string;
  credentialId: string;
  followsId: string;
  groupId: string;
  kind: CredentialKind;
  standing: Standing;
  /** Counted before this answer. */
  wasConfirmed: boolean;
  /** The check that says so. */
  checkId: string;
}

/** What a letter about a confirmed renewal names. */
export interface RenewalLetter {
  personId: string;
  kind: CredentialKind;
  /** Number, or else title. */
  credential: string | null;
  groupNameId: string;
  groupNameEn: string;
  /** Null for life. */
  lastDay: LocalDate | null;
}

type Row = Omit<RenewalNews, 'standing' | 'wasConfirmed' | 'checkId'> & { confirmedAt: Date | null };

/** What sources and officers say of renewals. */
@Injectable()
export class RenewalAnswers {
  constructor(
    private readonly clock: Clock,
    private readonly watches: CredentialWatches,
    private readonly outbox: Outbox,
    private readonly sql: Sql,
  ) {}

  /**
   * Notes how a renewal stands. Once it is confirmed the group relies on it: it is watched from its newest answers on, and what
   * it takes the place of no longer is; announces `credentials.renewal_confirmed`. Joins the caller's transaction; again gives the same.
   * @returns null for a renewal that is gone
   */
  async note(tx: EntityManager, renewalId: string): Promise<RenewalNews | null> {
    const [row] = await tx.query<Row[]>(RENEWAL, [renewalId]);
    if (!row) return null;
    const checks = await tx.query<(StandingCheck & { id: string })[]>(CHECKS_OF_RENEWAL, [renewalId]);
    const standing = standingOf(checks);
    const telling = checks.filter(({ action }) => action === 'needs_person').at(-1) ?? checks.at(-1);
    if (!telling) return null;
    const { confirmedAt, ...known } = row;
    if (standing === 'confirmed' && confirmedAt === null) {
      await tx.update(CredentialRenewal, { id: renewalId }, { confirmedAt: this.clock.now() });
      await this.watches.begin(tx, row.groupId, [row.credentialId]);
      await tx.query(REST, [row.followsId, row.groupId]);
      await this.outbox.announce(tx, 'credentials.renewal_confirmed', { renewalId });
    }
    return { ...known, standing, wasConfirmed: confirmedAt !== null, checkId: telling.id };
  }

  /** What the letter about a confirmed renewal says; null for one that is gone. */
  letter(renewalId: string): Promise<RenewalLetter | null> {
    return this.sql.row<RenewalLetter & Record<string, unknown>>(LETTER, [renewalId]);
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { StandingRules, type StandingRuleInForce } from '@himpun/groups';
import { Clock, newId, systemActor, type LocalDate } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import type { CheckAction, CheckOutcome, RunState } from '../check/check.states';
import type { CredentialKind } from '../credential/claim';
import { CheckSources } from '../source/check-sources';
import { changeSeen, type AnsweredCheck, type ChangeSeen } from './credential-change.policy';
import { nextRecheck, spreadOf } from './recheck-timing.policy';
import { ANSWER_BEFORE, ASK_AGAIN, NOTE, PLAN, RECHECKED, TAKE_DUE } from './recheck.sql';
import { lastDay, recheckRuleFor } from './watches.service';

/** Questions that a source may have open at a time, so that re-checks never stand in the way of applicants. */
const OPEN_AT_MOST = 200;
const ROUNDS_AT_MOST = 50;

/** What came of a re-check. */
export interface RecheckNews {
  checkId: string;
  credentialId: string;
  groupId: string;
  kind: CredentialKind;
  /** `cleared`: a person looked at it and lets it stand. */
  change: ChangeSeen | 'cleared';
}

/** Asks again about credentials whose time has come, and says what is new in the answers. */
@Injectable()
export class Rechecks {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rules: StandingRules,
    private readonly sources: CheckSources,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Asks about everything that is due, in bounded batches; a source that does not answer keeps its questions waiting and gets
   * no more. Each new check names the one it follows, and each is followed once.
   * @returns how many were asked
   */
  async sweep(): Promise<number> {
    const rules = new Map((await this.rules.all()).map((rule) => [rule.forId, rule]));
    let asked = 0;
    for (let round = 0; round < ROUNDS_AT_MOST; round += 1) {
      const done = await this.transactions.run((tx) => this.batch(tx, rules));
      asked += done.asked;
      if (done.looked === 0) break;
    }
    return asked;
  }

  /**
   * Notes a re-check that has ended, and when to ask next. Joins the caller's transaction; again gives the same.
   * @returns null for a check that is no re-check of a credential still watched
   */
  async note(tx: EntityManager, checkId: string): Promise<RecheckNews | null> {
    const [now] = await tx.query<Rechecked[]>(RECHECKED, [checkId]);
    if (!now) return null;
    const [before] = await tx.query<AnsweredCheck[]>(ANSWER_BEFORE, [checkId]);
    const answered = now.runState === 'ran';
    const expiresOn = answered ? lastDay(now, now.expiresOn) : now.expiresOn;
    const { rule } = await this.rules.of(tx, now.groupId);
    const [{ zone }]: [{ zone: string }] = await tx.query('SELECT zone FROM groups WHERE id = $1', [
      now.groupId,
    ]);
    const timing = recheckRuleFor(rule.rechecks, now.kind, now.source);
    const facts = { endedAt: now.endedAt, answered, expiresOn, zone };
    const dueAt = nextRecheck(timing, facts, spreadOf(now.credentialId, now.id));
    await tx.query(NOTE, [now.watchId, now.id, expiresOn, dueAt]);
    const isCleared = now.action === 'done' && now.present === 'match';
    const change = isCleared ? 'cleared' : changeSeen(before ?? null, now, now.expiresOn);
    const { credentialId, groupId, kind } = now;
    return { checkId: now.id, credentialId, groupId, kind, change };
  }

  private async batch(
    tx: EntityManager,
    rules: ReadonlyMap<string, StandingRuleInForce & { zone: string }>,
  ): Promise<{ looked: number; asked: number }> {
    const now = this.clock.now();
    const sources = this.sources.all.map(({ id }) => id);
    const rows = await tx.query<DueRow[]>(TAKE_DUE, [now, sources, OPEN_AT_MOST]);
    if (rows.length === 0) return { looked: 0, asked: 0 };
    const plans = rows.map((row) => planFor(row, rules.get(row.groupId), now));
    await tx.query(PLAN, [JSON.stringify(plans.map(({ id, dueAt }) => ({ id, dueAt })))]);
    const wanted = plans
      .filter(({ isDue }) => isDue)
      .map(({ checkId }) => ({ id: newId(), followsId: checkId }));
    const made: { id: string; source: string }[] =
      wanted.length === 0 ? [] : await tx.query(ASK_AGAIN, [JSON.stringify(wanted), now]);
    await this.outbox.announceAll(
      tx,
      made.map(({ id, source }) => ({
        type: 'credentials.check_requested',
        payload: { checkId: id, source },
      })),
    );
    if (made.length > 0) {
      await this.audit.record(tx, systemActor('rechecks'), {
        action: 'checks.repeated',
        subjectType: 'check',
        details: { checks: made.length },
      });
    }
    return { looked: rows.length, asked: made.length };
  }
}

interface DueRow {
  id: string;
  credentialId: string;
  groupId: string;
  source: string;
  checkId: string;
  expiresOn: LocalDate | null;
  endedAt: Date | null;
  runState: RunState;
  kind: CredentialKind;
}

interface Rechecked extends AnsweredCheck {
  id: string;
  credentialId: string;
  groupId: string;
  source: string;
  action: CheckAction;
  present: CheckOutcome | null;
  endedAt: Date;
  kind: CredentialKind;
  watchId: string;
  expiresOn: LocalDate | null;
}

/** Whether the rule of today asks now, and when to look again: the rule may have changed since the day was set. */
function planFor(
  row: DueRow,
  inForce: (StandingRuleInForce & { zone: string }) | undefined,
  now: Date,
): { id: string; checkId: string; dueAt: Date | null; isDue: boolean } {
  const { id, checkId, expiresOn } = row;
  const timing = inForce ? recheckRuleFor(inForce.rule.rechecks, row.kind, row.source) : null;
  const spread = spreadOf(row.credentialId, checkId);
  const facts = { expiresOn, zone: inForce?.zone ?? 'UTC' };
  // A question still open is its own answer to when; it is looked at again after a whole interval.
  const last = {
    ...facts,
    endedAt: row.endedAt ?? now,
    answered: row.endedAt === null || row.runState === 'ran',
  };
  const due = nextRecheck(timing, last, spread);
  if (due === null || due > now) return { id, checkId, dueAt: due, isDue: false };
  return {
    id,
    checkId,
    dueAt: nextRecheck(timing, { ...facts, endedAt: now, answered: true }, spread),
    isDue: true,
  };
}

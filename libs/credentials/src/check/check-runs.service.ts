import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql } from '@himpun/database';
import { Clock, newId, Settings, systemActor } from '@himpun/kernel';
import { NotNow, TransientError, type CheckAnswer, type CheckSource } from '../source/check-source';
import { CheckSources } from '../source/check-sources';
import { LONGEST_WAIT_MS } from '../source-health/source-questions';
import { TAKE, END, PARK, takenCheck, type TakenCheck, type TakenRow } from './check-run.sql';
import type { CheckAction } from './check.states';
import { failedAnswer, waitedTooLong } from './failed-answer.policy';
import { Turns } from './turns';

/** Longest answer kept word for word; its hash covers all of it. */
const LONGEST_ANSWER = 200_000;

/** Puts queued checks to their sources. */
@Injectable()
export class CheckRuns {
  private readonly turns = new Map<string, Turns>();

  constructor(
    private readonly settings: Settings,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly sources: CheckSources,
  ) {}

  /**
   * Runs one check. The source is asked outside any transaction; what came of it is written down, audited and announced
   * (`credentials.check_ended`) in one statement that does nothing for a check that has ended already, so running twice,
   * also at once, or being killed in between has the effect once.
   * A check whose source may not be asked now waits in the database (`WaitingChecks` brings it back); no attempt is spent.
   * @param attempt from 1; with the source's last one, what may pass by itself is written down as unavailable.
   * @throws TransientError while there are attempts left
   */
  async run(checkId: string, attempt: number): Promise<void> {
    const row = await this.sql.row<TakenRow>(TAKE, [checkId, this.clock.now()]);
    if (!row) return;
    const check = takenCheck(row, attempt);
    const source = this.sources.named(check.source);
    const answer = source
      ? await this.turnsOf(source).take(() => this.answerOf(source, check))
      : failedAnswer(null, check.source);
    if (answer instanceof NotNow) await this.sql.rows(PARK, [checkId, answer.until, this.clock.now()]);
    else await this.end(check, answer);
  }

  /** The source's limit holds while it is asked; what is read and written around a question keeps no turn. */
  private turnsOf({ id, limits: { concurrency } }: CheckSource): Turns {
    const count = typeof concurrency === 'function' ? concurrency(this.settings) : concurrency;
    const turns = this.turns.get(id) ?? new Turns(count);
    this.turns.set(id, turns);
    return turns;
  }

  private async answerOf(source: CheckSource, check: TakenCheck): Promise<CheckAnswer | NotNow> {
    const wait = source.limits.perSecond ? LONGEST_WAIT_MS : 0;
    const signal = AbortSignal.timeout(source.limits.timeout + wait);
    try {
      const asked = source.check(check, { now: this.clock.now(), signal });
      return await Promise.race([asked, rejectedAt(signal, source)]);
    } catch (error) {
      if (error instanceof NotNow && !waitedTooLong(check.waitingSince, this.clock.now())) return error;
      if (error instanceof TransientError && check.attempt < source.limits.attempts) throw error;
      return failedAnswer(error, source.version);
    }
  }

  private async end(check: TakenCheck, answer: CheckAnswer): Promise<void> {
    const act = this.audit.values(systemActor(`checks-${check.source}`), {
      action: 'check.ended',
      subjectType: 'check',
      subjectId: check.checkId,
      groupId: check.groupId,
      details: { source: check.source, run: answer.run, outcome: answer.outcome, attempt: check.attempt },
    });
    const announced = { checkId: check.checkId, originType: check.originType, originId: check.originId };
    await this.sql.rows(END, [
      check.checkId,
      answer.run,
      answer.outcome,
      actionAfter(check, answer),
      JSON.stringify(answer.reasons),
      JSON.stringify(answer.fields),
      JSON.stringify(answer.query),
      storable(answer.answer),
      answer.answer === null ? null : createHash('sha256').update(answer.answer).digest(),
      answer.sourceVersion,
      this.clock.now(),
      ...act,
      newId(),
      JSON.stringify(announced),
      ...this.keptOf(answer),
    ]);
  }

  private keptOf({ kept }: CheckAnswer): [Buffer | null, string | null, Date | null] {
    if (!kept) return [null, null, null];
    const answer = JSON.stringify(kept.answer).replaceAll('\\u0000', '\\ufffd');
    return [kept.key, answer, new Date(this.clock.now().getTime() + kept.forMs)];
  }
}

/** A re-check that nobody could answer is simply asked again tomorrow. */
function actionAfter({ originType }: TakenCheck, { needsPerson, run }: CheckAnswer): CheckAction {
  return needsPerson && (originType !== 'recheck' || run === 'ran') ? 'needs_person' : 'none';
}

function rejectedAt(signal: AbortSignal, source: CheckSource): Promise<never> {
  return new Promise((_resolve, reject) => {
    const late = (): void =>
      reject(new TransientError(`${source.id} took longer than ${source.limits.timeout} ms`));
    if (signal.aborted) late();
    else signal.addEventListener('abort', late, { once: true });
  });
}

/** PostgreSQL keeps no NUL characters in text. */
function storable(answer: string | null): string | null {
  return answer === null
    ? null
    : answer.slice(0, LONGEST_ANSWER).replaceAll('\u0000', '\uFFFD').toWellFormed();
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Convoy, Sql } from '@himpun/database';
import { Clock, newId, systemActor } from '@himpun/kernel';
import { NotNow, type CheckAnswer } from '../source/check-source';
import { TAKE, END, PARK, takenCheck, type TakenCheck, type TakenRow } from './check-run.sql';
import type { CheckAction } from './check.states';
import { SourceAsking } from './source-asking';
import { answerHash, keptValues, storable } from './written-answer';

/** Puts queued checks to their sources. */
@Injectable()
export class CheckRuns {
  private readonly taking = new Convoy((ids: readonly string[]) => this.takeAll(ids));
  /** An answer may be long: fewer of them travel together. */
  private readonly ending = new Convoy((ends: readonly CheckEnd[]) => this.endAll(ends), 40);

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly asking: SourceAsking,
  ) {}

  /**
   * Runs one check. The source is asked outside any transaction; what came of it is written down, audited and announced
   * (`credentials.check_ended`) in one statement, with others that end in the same moment; it does nothing for a check that has
   * ended already, so running twice, also at once, or being killed in between has the effect once.
   * A check whose source may not be asked now waits in the database (`WaitingChecks` brings it back); no attempt is spent.
   * @param attempt from 1; with the source's last one, what may pass by itself is written down as unavailable.
   * @throws TransientError while there are attempts left
   */
  async run(checkId: string, attempt: number): Promise<void> {
    const row = await this.taking.send(checkId);
    if (!row) return;
    const check = takenCheck(row, attempt);
    const answer = await this.asking.ask(check.source, check, check.waitingSince);
    if (answer instanceof NotNow) await this.sql.rows(PARK, [checkId, answer.until, this.clock.now()]);
    else await this.end(check, answer);
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
    await this.ending.send([
      check.checkId,
      answer.run,
      answer.outcome,
      actionAfter(check, answer),
      JSON.stringify(answer.reasons),
      JSON.stringify(answer.fields),
      JSON.stringify(answer.query),
      storable(answer.answer),
      answerHash(answer.answer),
      answer.sourceVersion,
      ...act,
      newId(),
      JSON.stringify(announced),
      ...keptValues(answer, this.clock.now()),
    ]);
  }

  private async takeAll(ids: readonly string[]): Promise<(TakenRow | undefined)[]> {
    const rows = await this.sql.rows<TakenRow>(TAKE, [ids, this.clock.now()]);
    const taken = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => taken.get(id));
  }

  /** A check that ends twice in one moment ends as it did first. */
  private async endAll(ends: readonly CheckEnd[]): Promise<void[]> {
    const first = [...new Map(ends.toReversed().map((end) => [end[0], end])).values()];
    const columns = (first[0] ?? []).map((_, place) => first.map((end) => end[place]));
    await this.sql.rows(END, [...columns, this.clock.now()]);
    return ends.map(() => undefined);
  }
}

/** The values of END, in its order; first the check's id. */
type CheckEnd = readonly [string, ...unknown[]];

/** A re-check that nobody could answer is simply asked again tomorrow. */
function actionAfter({ originType }: TakenCheck, { needsPerson, run }: CheckAnswer): CheckAction {
  return needsPerson && (originType !== 'recheck' || run === 'ran') ? 'needs_person' : 'none';
}

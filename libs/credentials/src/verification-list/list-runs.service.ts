import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql } from '@himpun/database';
import { Clock, newId, systemActor } from '@himpun/kernel';
import { SourceAsking } from '../check/source-asking';
import { answerHash, keptValues, storable } from '../check/written-answer';
import { EMPTY_CLAIM } from '../credential/claim';
import { NotNow, TransientError, type CheckAnswer, type CheckRequest } from '../source/check-source';
import { pauseBefore } from './list-result.policy';
import { ListTurns } from './list-turns.service';
import {
  CLAIM,
  HOLD_SOURCE,
  PUT_BACK,
  STAY,
  TAKE_TURN,
  WRITE_ANSWER,
  type ClaimedQuestion,
} from './verification-list.sql';

/** So long one turn goes on before other lists have theirs. */
const TURN_MS = 5_000;
/** Questions of one list at a time in one worker: applications find the source free as well. */
const LANES = 4;
/** Who says nothing for so long is taken for dead, and its questions are put again. */
const LEASE_MS = 15_000;
const STAY_EVERY_MS = 4_000;

/** One worker's turn with one source of one list. */
interface Turn {
  listId: string;
  source: string;
  /** Stands beside the questions it has taken. */
  taker: string;
  endsAt: number;
  waitingSince: Date | null;
}

/** Asks sources about the people of lists, through the same door as about credentials. */
@Injectable()
export class ListRuns {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly asking: SourceAsking,
    private readonly turns: ListTurns,
  ) {}

  /**
   * One turn: takes question by question, each in a statement of its own, until the list was stopped, the source may not be
   * asked, or the turn is over. Run twice, also at once, or killed in between: one worker has the turn, each question has one
   * answer, and only those that were on their way are put again.
   */
  async work(listId: string, source: string): Promise<void> {
    const turn = await this.take(listId, source);
    if (!turn) return;
    const staying = setInterval(() => void this.stay(turn), STAY_EVERY_MS);
    try {
      const lanes = Math.min(LANES, this.asking.atOnce(source));
      const ended = await Promise.allSettled(Array.from({ length: lanes }, () => this.lane(turn)));
      const failed = ended.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    } finally {
      clearInterval(staying);
    }
    await this.turns.next(listId, source, turn.taker);
  }

  private async lane(turn: Turn): Promise<void> {
    while (performance.now() < turn.endsAt) {
      const now = this.clock.now();
      const until = new Date(now.getTime() + LEASE_MS);
      const question = await this.sql.row<ClaimedQuestion>(CLAIM, [
        turn.listId,
        turn.source,
        turn.taker,
        until,
        now,
      ]);
      if (!question) return;
      await this.ask(turn, question);
    }
  }

  private async ask(turn: Turn, question: ClaimedQuestion): Promise<void> {
    try {
      const answer = await this.asking.ask(turn.source, requestOf(question), turn.waitingSince);
      if (answer instanceof NotNow) await this.hold(turn, question, answer.until);
      else await this.write(turn, question, answer);
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      const pause = pauseBefore(question.attempts, error.retryAfterMs, Math.random());
      const at = new Date(this.clock.now().getTime() + pause);
      await this.sql.rows(PUT_BACK, [question.id, turn.taker, at, 0]);
    }
  }

  /** The source is left alone by all lanes of this list until its time comes. */
  private async hold(turn: Turn, question: ClaimedQuestion, until: Date): Promise<void> {
    turn.endsAt = 0;
    await this.sql.rows(PUT_BACK, [question.id, turn.taker, null, 1]);
    await this.sql.rows(HOLD_SOURCE, [turn.listId, turn.source, until, this.clock.now()]);
  }

  private async write(turn: Turn, question: ClaimedQuestion, answer: CheckAnswer): Promise<void> {
    const now = this.clock.now();
    const act = this.audit.values(systemActor(`checks-${question.source}`), {
      action: 'verification_list.answered',
      subjectType: 'verification_list_row',
      subjectId: question.rowId,
      groupId: question.groupId,
      details: {
        ...{ listId: question.listId, source: question.source, attempt: question.attempts },
        ...{ run: answer.run, outcome: answer.outcome },
      },
    });
    await this.sql.rows(WRITE_ANSWER, [
      question.id,
      turn.taker,
      answer.run,
      answer.outcome,
      JSON.stringify(answer.reasons),
      JSON.stringify(answer.fields),
      JSON.stringify(answer.query),
      storable(answer.answer),
      answerHash(answer.answer),
      answer.sourceVersion,
      now,
      ...act,
      ...keptValues(answer, now),
    ]);
    if (turn.waitingSince !== null && answer.run !== 'unavailable') await this.answersAgain(turn);
  }

  /** Null when another one has the turn. */
  private async take(listId: string, source: string): Promise<Turn | null> {
    const taker = newId();
    const now = this.clock.now();
    const until = new Date(now.getTime() + LEASE_MS);
    const row = await this.sql.row<{ since: Date | null }>(TAKE_TURN, [listId, source, taker, until, now]);
    if (!row) return null;
    return { listId, source, taker, endsAt: performance.now() + TURN_MS, waitingSince: row.since };
  }

  private async answersAgain(turn: Turn): Promise<void> {
    turn.waitingSince = null;
    await this.sql.rows(
      'UPDATE verification_list_sources SET waiting_since = NULL WHERE list_id = $1 AND source = $2',
      [turn.listId, turn.source],
    );
  }

  /** What cannot be written now is written in a moment; a lease that runs out costs one question twice, no more. */
  private async stay({ taker }: Turn): Promise<void> {
    const until = new Date(this.clock.now().getTime() + LEASE_MS);
    await this.sql.rows(STAY, [taker, until]).catch(() => undefined);
  }
}

/** The question as any source understands it. The people of lists have no record of their own here. */
function requestOf(question: ClaimedQuestion): CheckRequest {
  const { number, name, birthDate, authority, profession, validUntil } = question;
  return {
    ...{ checkId: question.id, credentialId: question.rowId, groupId: question.groupId },
    kind: 'licence',
    claim: { ...EMPTY_CLAIM, holderName: name, number, authority, profession, validUntil },
    person: { id: question.rowId, fullName: name, birthDate, confirmedEmail: null },
    attempt: question.attempts,
  };
}

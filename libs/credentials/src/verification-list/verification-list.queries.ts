import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, notFound, Settings, type Actor } from '@himpun/kernel';
import type { RowProblem } from '../register/file/register-file';
import { textOf } from '../register/file/row-texts';
import { CheckSources } from '../source/check-sources';
import { keptList } from './kept-list';
import { listPace, PACE_WINDOW_MS, type ListPace, type ListResult } from './list-result.policy';
import {
  LINE,
  LINES_OF_PAGE,
  OPEN_AND_RECENT,
  PLAN,
  PROBLEMS,
  RESULTS,
  ROW_PAGE,
  SAMPLE,
  type ListDetailRow,
  type ListLine,
  type ListPerson,
} from './verification-list-reads.sql';
import { listGroups } from './verification-list.access';

const SHOWN_PROBLEMS = 500;

/** What one source is to be asked, and how far that is. */
export interface ListSourceLine {
  source: string;
  questions: number;
  open: number;
  /** Questions per second at most; null: no limit. */
  perSecond: number | null;
  /** It may not be asked before; null while it may. */
  heldUntil: Date | null;
}

/** A list with all that its page shows. */
export interface ListDetail extends ListDetailRow {
  problems: RowProblem[];
  sample: ListPerson[];
  sources: ListSourceLine[];
  /** People by result. */
  results: Partial<Record<ListResult, number>>;
  pace: ListPace;
}

/** Which people of a list. */
export interface RowSearch {
  /** Null: all. */
  result: ListResult | null;
  /** Part of a name or number; null: all. */
  text: string | null;
  page: number;
  pageSize: number;
}

/** Reads of lists. Who reads the people in one is put on record. */
@Injectable()
export class VerificationListQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly sources: CheckSources,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** The lists of the officer's groups, newest first. */
  async page(
    actor: Actor,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<{ items: ListLine[]; total: number }> {
    const groups = listGroups(actor);
    const [items, count] = await Promise.all([
      this.sql.rows<ListLine>(LINES_OF_PAGE, [groups, pageSize, (page - 1) * pageSize]),
      this.sql.row<{ total: number }>(
        `SELECT count(*)::int AS total FROM verification_lists l JOIN groups g ON g.id = l.group_id
         WHERE g.path && $1::uuid[]`,
        [groups],
      ),
    ]);
    return { items, total: count?.total ?? 0 };
  }

  /**
   * One list; without the people in it, but for the first rows and the faults of a waiting one, which is a look at people.
   * @throws verification_list.not_found
   */
  async get(actor: Actor, listId: string): Promise<ListDetail> {
    const { isWaiting } = await keptList(this.sql, actor, listId);
    if (isWaiting) await this.look(actor, listId, { preview: true });
    const since = new Date(this.clock.now().getTime() - PACE_WINDOW_MS);
    const [line, problems, sample, plan, results, going] = await Promise.all([
      this.sql.row<ListDetailRow>(LINE, [listId]),
      this.problems(listId, 0, SHOWN_PROBLEMS),
      this.sql.rows<ListPerson>(SAMPLE, [listId]),
      this.sql.rows<Omit<ListSourceLine, 'perSecond'> & Record<string, unknown>>(PLAN, [listId]),
      this.sql.rows<{ result: ListResult; count: number }>(RESULTS, [listId]),
      this.sql.row<{ open: number; recent: number }>(OPEN_AND_RECENT, [listId, since]),
    ]);
    if (!line) throw notFound('verification_list');
    const { open = 0, recent = 0 } = going ?? {};
    const windowMs = line.goingSince
      ? Math.min(PACE_WINDOW_MS, this.clock.now().getTime() - line.goingSince.getTime())
      : 0;
    return {
      ...line,
      ...{ problems, sample: line.state === 'draft' ? sample : [] },
      sources: plan.map((one) => ({ ...one, perSecond: this.perSecond(one.source) })),
      results: Object.fromEntries(results.map(({ result, count }) => [result, count])),
      pace: line.state === 'running' ? listPace(open, recent, windowMs) : listPace(0, 0, 0),
    };
  }

  /** One page of people with their answers in short. @throws verification_list.not_found */
  async rows(
    actor: Actor,
    listId: string,
    { result, text, page, pageSize }: RowSearch,
  ): Promise<{ items: ListPerson[]; total: number }> {
    await this.look(actor, listId, { page, result });
    const rows = await this.sql.rows<ListPerson & { total: number }>(ROW_PAGE, [
      ...[listId, result, text === null ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`],
      ...[pageSize, (page - 1) * pageSize, null, 0],
    ]);
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  /** One person of a list, with all that was asked and answered. @throws verification_list.not_found, verification_list_row.not_found */
  async row(actor: Actor, listId: string, rowId: string): Promise<ListPerson> {
    await this.look(actor, listId, { rowId });
    const row = await this.sql.row<ListPerson>(ROW_PAGE, [listId, null, null, 1, 0, rowId, 0]);
    if (!row) throw notFound('verification_list_row');
    return row;
  }

  /** Everybody in pieces, as in the file. @throws verification_list.not_found */
  async *all(actor: Actor, listId: string, result: ListResult | null): AsyncGenerator<ListPerson[]> {
    await this.look(actor, listId, { export: true, result });
    for (let after = 0; ;) {
      const piece = await this.sql.rows<ListPerson>(ROW_PAGE, [listId, result, null, 1_000, 0, null, after]);
      const last = piece.at(-1);
      if (!last) return;
      yield piece;
      after = last.row;
    }
  }

  /** All faults in pieces. @throws verification_list.not_found */
  async *allProblems(actor: Actor, listId: string): AsyncGenerator<RowProblem[]> {
    await this.look(actor, listId, { export: true, problems: true });
    for (let after = 0; ; after += 1_000) {
      const piece = await this.problems(listId, after, 1_000);
      if (piece.length === 0) return;
      yield piece;
    }
  }

  private async problems(listId: string, after: number, limit: number): Promise<RowProblem[]> {
    const rows = await this.sql.rows<Omit<RowProblem, 'text'> & Record<string, unknown>>(PROBLEMS, [
      listId,
      after,
      limit,
    ]);
    return rows.map((row) => ({ ...row, text: textOf(row.code) }));
  }

  private perSecond(source: string): number | null {
    const limit = this.sources.named(source)?.limits.perSecond?.(this.settings) ?? 0;
    return limit > 0 ? limit : null;
  }

  private async look(actor: Actor, listId: string, details: Record<string, unknown>): Promise<void> {
    const { groupId } = await keptList(this.sql, actor, listId);
    await this.transactions.run((tx) =>
      this.audit.record(tx, actor, {
        ...{ action: 'verification_list.read', subjectType: 'verification_list', subjectId: listId },
        ...{ groupId, details },
      }),
    );
  }
}

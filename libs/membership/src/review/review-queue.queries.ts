import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, localDateOf, type Actor } from '@himpun/kernel';
import type { ApplicationState } from '../application/application.states';
import { stageOf, type CaseStage } from './case-stage.policy';
import { WorkCalendars } from '../desk/work-calendars.service';
import { isOverdue } from './promise.policy';
import { reviewedGroups } from './review.access';
import { QUEUE_TABS, type QueueFilter, type QueueTab, type WaitingOn } from './review-queue.filter';
import type { QueueScope, Statement } from './review-queue.sql';
import { countsOfQueue, firstOfQueue, neighboursInQueue, pageOfQueue } from './review-queue.statements';
import { workingDays } from './working-days.policy';

/** What an officer wants to see of the queue. */
export interface QueueSearch extends QueueFilter {
  page: number;
  pageSize: number;
}

/** One case in the queue. */
export interface QueueLine {
  id: string;
  version: number;
  reference: string;
  applicantName: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  state: ApplicationState;
  stage: CaseStage;
  waitingOn: WaitingOn;
  submittedAt: Date;
  /** Working days since it was submitted, in the group's zone. */
  ageDays: number;
  /** The last day that keeps the promise, `YYYY-MM-DD`; null while the applicant has it. */
  dueOn: string | null;
  /** Working days left when the clock was stopped; null while it runs. */
  daysLeft: number | null;
  isOverdue: boolean;
  assignedTo: string | null;
  assignedName: string | null;
  /** Checks that wait for a person, and checks that spoke against the claim. */
  needsPerson: number;
  against: number;
  /** Whether it came back after a correction. */
  isCorrected: boolean;
}

/** A page of the queue, and how many cases each tab holds under the same filters. */
export interface QueuePage {
  items: QueueLine[];
  /** Counted no further than `MOST_COUNTED`, or than one case beyond the page when that is more. */
  total: number;
  counts: Record<QueueTab, number>;
}

/** The cases beside one in the same order; a case that is no longer in the queue has the first one next. */
export interface QueueNeighbours {
  previousId: string | null;
  nextId: string | null;
}

type Row = Omit<QueueLine, 'ageDays' | 'isOverdue' | 'stage'> & { zone: string; groupPath: string[] };

const NONE: Record<QueueTab, number> = { mine: 0, unassigned: 0, team: 0, applicant: 0, overdue: 0 };

/** Nobody works through more than this: a count beyond says only that there are more. */
export const MOST_COUNTED = 1_000;

/** The verification officers' queue. Plain SQL: it is opened more often than anything else they have. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly sql: Sql,
    private readonly calendars: WorkCalendars,
    private readonly clock: Clock,
  ) {}

  /** One page of the queue; who reviews nothing sees an empty one. */
  async page(actor: Actor, search: QueueSearch): Promise<QueuePage> {
    const scope = this.scopeOf(actor, search);
    const end = search.page * search.pageSize;
    const [rows, counts] = await Promise.all([
      this.rows<Row & Record<string, unknown>>(pageOfQueue(scope, search.pageSize, end - search.pageSize)),
      this.rows<Record<QueueTab, number>>(countsOfQueue(scope, QUEUE_TABS, Math.max(MOST_COUNTED, end) + 1)),
    ]);
    const known = counts[0] ?? NONE;
    const items = await Promise.all(rows.map((row) => this.lineOf(row)));
    return { items, total: known[search.tab], counts: known };
  }

  /** How many cases a filter holds, counted no further than one beyond `MOST_COUNTED`. */
  async count(actor: Actor, filter: QueueFilter): Promise<number> {
    const [row] = await this.rows<Record<QueueTab, number>>(
      countsOfQueue(this.scopeOf(actor, filter), [filter.tab], MOST_COUNTED + 1),
    );
    return row?.[filter.tab] ?? 0;
  }

  /** The first cases of a filter, in its order, with their versions. */
  first(actor: Actor, filter: QueueFilter, limit: number): Promise<{ id: string; version: number }[]> {
    return this.rows(firstOfQueue(this.scopeOf(actor, filter), limit));
  }

  /**
   * What comes before and after a case in the officer's own filter and order. The case keeps its place when an act has just
   * taken it out of the tab, so that an officer who works down a list goes on where they were.
   */
  async neighbours(actor: Actor, applicationId: string, filter: QueueFilter): Promise<QueueNeighbours> {
    const [found] = await this.rows<QueueNeighbours & Record<string, unknown>>(
      neighboursInQueue(this.scopeOf(actor, filter), applicationId),
    );
    return { previousId: found?.previousId ?? null, nextId: found?.nextId ?? null };
  }

  private rows<Found extends Record<string, unknown>>({ text, values }: Statement): Promise<Found[]> {
    return this.sql.rows<Found>(text, values);
  }

  private scopeOf(actor: Actor, filter: QueueFilter): QueueScope {
    return {
      groups: reviewedGroups(actor),
      personId: actor.personId,
      now: this.clock.now(),
      filter: { ...filter, q: filter.q.trim() },
    };
  }

  private async lineOf({ zone, groupPath, ...line }: Row): Promise<QueueLine> {
    const today = this.clock.today(zone);
    return {
      ...line,
      stage: stageOf(line),
      ageDays: workingDays(localDateOf(line.submittedAt, zone), today, await this.calendars.of(groupPath)),
      isOverdue: isOverdue(line, today),
    };
  }
}

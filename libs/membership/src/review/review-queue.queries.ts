import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, localDateOf, type Actor } from '@himpun/kernel';
import type { ApplicationState } from '../application/application.states';
import { stageOf, type CaseStage } from './case-stage.policy';
import { isOverdue } from './promise.policy';
import { reviewedGroups } from './review.access';
import { countsOfQueue, neighboursInQueue, pageOfQueue } from './review-queue.statements';
import { workingDays } from './working-days.policy';

/** For whom a case waits: the applicant after a return, a source while checks run, an officer otherwise. */
export type WaitingOn = 'applicant' | 'source' | 'officer';

/** `team`: every open case of the groups that the officer reviews, whoever has it. */
export const QUEUE_TABS = ['mine', 'unassigned', 'team', 'applicant', 'overdue'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const SORT_NAMES = ['due', 'submitted', 'applicant', 'reference', 'group'] as const;
/** Allowed orders; a leading `-` turns one round. Cases whose clock stands come after those that are due. */
export const QUEUE_SORTS: readonly string[] = SORT_NAMES.flatMap((name) => [name, `-${name}`]);

/** Which cases of the queue, and in what order. */
export interface QueueFilter {
  tab: QueueTab;
  /** One of `QUEUE_SORTS`. */
  sort: string;
  groupId: string | null;
  waitingOn: WaitingOn | null;
  /** Part of the applicant's name or of the reference. */
  q: string;
}

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
  total: number;
  counts: Record<QueueTab, number>;
}

/** The cases beside one in the same order; a case that is no longer in the queue has the first one next. */
export interface QueueNeighbours {
  previousId: string | null;
  nextId: string | null;
}

type Row = Omit<QueueLine, 'ageDays' | 'isOverdue' | 'stage'> & { zone: string };

const NONE: Record<QueueTab, number> = { mine: 0, unassigned: 0, team: 0, applicant: 0, overdue: 0 };

/** The verification officers' queue. Plain SQL: it is opened more often than anything else they have. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** One page of the queue; who reviews nothing sees an empty one. */
  async page(actor: Actor, search: QueueSearch): Promise<QueuePage> {
    const filters = this.valuesOf(actor, search);
    const [rows, counts] = await Promise.all([
      this.sql.rows<Row & Record<string, unknown>>(pageOfQueue(search.sort), [
        ...filters,
        search.tab,
        search.pageSize,
        (search.page - 1) * search.pageSize,
      ]),
      this.sql.row<Record<QueueTab, number>>(countsOfQueue, filters),
    ]);
    const known = counts ?? NONE;
    return { items: rows.map((row) => this.lineOf(row)), total: known[search.tab], counts: known };
  }

  /**
   * What comes before and after a case in the officer's own filter and order. The case keeps its place when an act has just
   * taken it out of the tab, so that an officer who works down a list goes on where they were.
   */
  async neighbours(actor: Actor, applicationId: string, filter: QueueFilter): Promise<QueueNeighbours> {
    const found = await this.sql.row<QueueNeighbours & Record<string, unknown>>(
      neighboursInQueue(filter.sort),
      [...this.valuesOf(actor, filter), filter.tab, applicationId],
    );
    return { previousId: found?.previousId ?? null, nextId: found?.nextId ?? null };
  }

  private valuesOf(actor: Actor, { groupId, q, waitingOn }: QueueFilter): unknown[] {
    return [reviewedGroups(actor), actor.personId, groupId, q.trim(), waitingOn, this.clock.now()];
  }

  private lineOf({ zone, ...line }: Row): QueueLine {
    const today = this.clock.today(zone);
    return {
      ...line,
      stage: stageOf(line),
      ageDays: workingDays(localDateOf(line.submittedAt, zone), today),
      isOverdue: isOverdue(line, today),
    };
  }
}

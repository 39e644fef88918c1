import {
  MOST_COUNTED,
  type CaseStage,
  type QueueLine,
  type QueuePage,
  type WaitingOn,
} from '@himpun/membership';

/** One case in the queue. */
export class QueueLineView {
  id: string;
  version: number;
  reference: string;
  applicantName: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  state: string;
  /** `correction`, `checking`, `judging` or `deciding`. */
  stage: CaseStage;
  waitingOn: WaitingOn;
  /** ISO 8601 instant. */
  submittedAt: string;
  /** Working days since then. */
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
  /** It came back after a correction. */
  isCorrected: boolean;

  static of(line: QueueLine): QueueLineView {
    return Object.assign(new QueueLineView(), {
      id: line.id,
      version: line.version,
      reference: line.reference,
      applicantName: line.applicantName,
      groupId: line.groupId,
      groupNameId: line.groupNameId,
      groupNameEn: line.groupNameEn,
      gradeNameId: line.gradeNameId,
      gradeNameEn: line.gradeNameEn,
      state: line.state,
      stage: line.stage,
      waitingOn: line.waitingOn,
      submittedAt: line.submittedAt.toISOString(),
      ageDays: line.ageDays,
      dueOn: line.dueOn,
      daysLeft: line.daysLeft,
      isOverdue: line.isOverdue,
      assignedTo: line.assignedTo,
      assignedName: line.assignedName,
      needsPerson: line.needsPerson,
      against: line.against,
      isCorrected: line.isCorrected,
    });
  }
}

/** How many cases each tab holds under the same filters; more than `most` means that there are more, not how many. */
export class QueueCountsView {
  mine: number;
  unassigned: number;
  team: number;
  applicant: number;
  overdue: number;
  /** Nothing is counted beyond this. */
  most: number;
}

/** One page of the queue. */
export class QueuePageView {
  items: QueueLineView[];
  /** Never smaller than what the page shows; where `hasMore`, there are more. */
  total: number;
  hasMore: boolean;
  page: number;
  pageSize: number;
  counts: QueueCountsView;

  static of(result: QueuePage, page: number, pageSize: number): QueuePageView {
    return Object.assign(new QueuePageView(), {
      items: result.items.map((line) => QueueLineView.of(line)),
      total: result.total,
      hasMore: result.total > Math.max(MOST_COUNTED, page * pageSize),
      page,
      pageSize,
      counts: { ...result.counts, most: MOST_COUNTED },
    });
  }
}

/** The cases beside one, in the officer's own filter and order. */
export class NeighboursView {
  previousId: string | null;
  /** Of a case that has left the queue: the first one. */
  nextId: string | null;
}

/** A colleague who has the same case open now. */
export class ReaderView {
  personId: string;
  fullName: string;
}

/** The version that a record has now. */
export class VersionView {
  version: number;
}

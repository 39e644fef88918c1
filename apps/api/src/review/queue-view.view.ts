import {
  BATCH_REFUSAL_TEXTS,
  MOST_COUNTED,
  type BatchLine,
  type BatchRefusal,
  type QueueFilter,
  type QueueOptions,
  type QueueViewLine,
  type ViewProblem,
} from '@himpun/membership';
import { BilingualView } from './evidence.view';

/** A filter of the queue. */
export class QueueFilterView {
  tab: string;
  sort: string;
  groupId: string | null;
  gradeId: string | null;
  kind: string | null;
  waitingOn: string | null;
  q: string;

  static of(filter: QueueFilter): QueueFilterView {
    return Object.assign(new QueueFilterView(), filter);
  }
}

/** A kept view of the queue. */
export class KeptQueueView {
  id: string;
  version: number;
  name: string;
  /** Null when the queue no longer understands it. */
  filter: QueueFilterView | null;
  isOwn: boolean;
  ownerName: string;
  /** The group whose officers see it; null for its owner alone. */
  groupId: string | null;
  groupNameId: string | null;
  groupNameEn: string | null;
  /** The queue opens with it. */
  isDefault: boolean;
  /** `unreadable`, `group_lost` (no group that the officer reviews) or `rule_changed` (the rule of its grade). */
  problem: ViewProblem;
  /** Cases in it now; null when it is not understood. */
  count: number | null;
  /** There are more than `count`. */
  hasMore: boolean;

  static of(line: QueueViewLine): KeptQueueView {
    const count = line.count === null ? null : Math.min(line.count, MOST_COUNTED);
    return Object.assign(new KeptQueueView(), {
      id: line.id,
      version: line.version,
      name: line.name,
      filter: line.filter && QueueFilterView.of(line.filter),
      isOwn: line.isOwn,
      ownerName: line.ownerName,
      groupId: line.groupId,
      groupNameId: line.groupNameId,
      groupNameEn: line.groupNameEn,
      isDefault: line.isDefault,
      problem: line.problem,
      count,
      hasMore: (line.count ?? 0) > MOST_COUNTED,
    });
  }
}

/** A new view. */
export class NewViewView {
  id: string;
}

/** A group to share with or to filter by. */
export class OptionGroupView {
  id: string;
  nameId: string;
  nameEn: string;
}

/** A grade to filter by. */
export class OptionGradeView extends OptionGroupView {
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
}

/** An officer to hand cases to. */
export class OptionOfficerView {
  personId: string;
  fullName: string;
}

/** What officers choose among. */
export class QueueOptionsView {
  groups: OptionGroupView[];
  grades: OptionGradeView[];
  officers: OptionOfficerView[];

  static of({ groups, grades, officers }: QueueOptions): QueueOptionsView {
    return Object.assign(new QueueOptionsView(), {
      groups: groups.map(({ id, nameId, nameEn }) => ({ id, nameId, nameEn })),
      grades: grades.map(({ id, groupId, groupNameId, groupNameEn, nameId, nameEn }) => ({
        id,
        groupId,
        groupNameId,
        groupNameEn,
        nameId,
        nameEn,
      })),
      officers: officers.map(({ personId, fullName }) => ({ personId, fullName })),
    });
  }
}

/** What became of one case of a batch. */
export class BatchLineView {
  applicationId: string;
  reference: string | null;
  applicantName: string | null;
  /** `assigned` (also: put back), `unchanged` or `refused`. */
  result: BatchLine['result'];
  /** Why it was refused. */
  reason: BatchRefusal | null;
  text: BilingualView | null;
  /** Who has it now. */
  assignedName: string | null;
}

/** What became of a batch. */
export class BatchResultView {
  assigned: number;
  unchanged: number;
  refused: number;
  items: BatchLineView[];

  static of(lines: readonly BatchLine[]): BatchResultView {
    const count = (result: BatchLine['result']) => lines.filter((line) => line.result === result).length;
    return Object.assign(new BatchResultView(), {
      assigned: count('assigned'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      items: lines.map((line) => ({ ...line, text: line.reason && BATCH_REFUSAL_TEXTS[line.reason] })),
    });
  }
}

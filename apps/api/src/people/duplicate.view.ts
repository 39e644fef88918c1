import type {
  MergeDetail,
  MergeLine,
  MergePart,
  MergePreview,
  SuspectedPair,
  SuspicionLine,
} from '@himpun/people';
import { ReasonView, TextView } from '../groups/requirement.view';

/** One of two people who may be one. */
export class SuspectedPersonView {
  personId: string;
  fullName: string;
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
  /** Groups in which the person is a member or has applied. */
  groups: TextView[];
}

/** Two people who may be one. */
export class SuspicionView {
  id: string;
  /** ISO 8601 instant. */
  foundAt: string;
  /** 0 to 1: the order of the queue. */
  score: number;
  /** What speaks for it, then what speaks against it. */
  reasons: ReasonView[];
  state: 'open' | 'dismissed' | 'merged';
  /** The last decision; it stays in sight when a new fact opens the pair again. */
  decidedAt: string | null;
  decidedBy: string | null;
  decidedReason: string | null;
  mergeId: string | null;
  first: SuspectedPersonView;
  second: SuspectedPersonView;

  static of(line: SuspicionLine): SuspicionView {
    const { id, score, state, decidedBy, decidedReason, mergeId, first, second } = line;
    return Object.assign(new SuspicionView(), {
      ...{ id, score, state, decidedBy, decidedReason, mergeId, first, second },
      foundAt: line.foundAt.toISOString(),
      decidedAt: line.decidedAt?.toISOString() ?? null,
      reasons: line.reasons.map((reason) => ReasonView.of(reason)),
    });
  }
}

export class SuspicionPageView {
  items: SuspicionView[];
  total: number;
  page: number;
  pageSize: number;
}

/** One detail of both. */
export class PairFieldView {
  /** `full_name`, `birth_date`, `phone` and so on. */
  field: string;
  first: string | null;
  second: string | null;
}

/** What each of the two has of one kind. */
export class HeldView {
  label: TextView;
  /** By what people know them; at most twenty. */
  first: string[];
  second: string[];
  firstCount: number;
  secondCount: number;
}

/** Both side by side. */
export class SuspectedPairView extends SuspicionView {
  fields: PairFieldView[];
  held: HeldView[];
  /** False when another group knows one of the two as well. */
  mayMerge: boolean;

  static ofPair(pair: SuspectedPair): SuspectedPairView {
    const names = Object.keys(pair.fields.first) as (keyof SuspectedPair['fields']['first'])[];
    return Object.assign(new SuspectedPairView(), SuspicionView.of(pair), {
      held: pair.held,
      mayMerge: pair.mayMerge,
      fields: names.map((field) => ({
        ...{ field, first: pair.fields.first[field], second: pair.fields.second[field] },
      })),
    });
  }
}

/** What a merge does with rows of one kind. */
export class MergePartView {
  label: TextView;
  /** `moves`: becomes the survivor's; `follows`: stays as written and is read with the survivor. */
  way: 'moves' | 'follows' | 'stays';
  moving: string[];
  movingCount: number;
  /** Rests with the merged person, because the survivor has one already. */
  resting: string[];
  restingCount: number;

  static of({ label, way, moving, resting }: MergePart): MergePartView {
    const named = (lines: readonly (string | null)[]): string[] =>
      lines.filter((line) => line !== null).slice(0, 20);
    return Object.assign(new MergePartView(), {
      ...{ label, way, moving: named(moving), movingCount: moving.length },
      ...{ resting: named(resting), restingCount: resting.length },
    });
  }
}

/** Where the two differ. */
export class MergeQuestionView {
  key: string;
  /** What is asked; null for a detail, which the key names. */
  text: TextView | null;
  survivor: string;
  merged: string;
  chosen: 'survivor' | 'merged';
}

/** A merge before it is done. */
export class MergePreviewView {
  survivorId: string;
  mergedId: string;
  parts: MergePartView[];
  questions: MergeQuestionView[];
  /** Why it cannot be done; empty when it can. */
  refusals: ReasonView[];
  /** To be sent with the merge. */
  fingerprint: string;

  static of(preview: MergePreview): MergePreviewView {
    const { survivorId, mergedId, questions, fingerprint } = preview;
    return Object.assign(new MergePreviewView(), {
      ...{ survivorId, mergedId, questions, fingerprint },
      parts: preview.parts.map((part) => MergePartView.of(part)),
      refusals: preview.refusals.map((reason) => ReasonView.of(reason)),
    });
  }
}

/** A merge that was done. */
export class MergeView {
  id: string;
  mergedAt: string;
  survivorId: string;
  survivorName: string;
  mergedId: string;
  mergedName: string;
  mergedBy: string;
  reason: string;
  /** Until when it can be undone. */
  undoUntil: string;
  undoneAt: string | null;
  undoneBy: string | null;
  undoneReason: string | null;
  /** How many values had changed since and stayed; null while the merge stands. */
  leftAlone: number | null;

  static of(line: MergeLine): MergeView {
    const { id, survivorId, survivorName, mergedId, mergedName, mergedBy, reason, leftAlone } = line;
    return Object.assign(new MergeView(), {
      ...{ id, survivorId, survivorName, mergedId, mergedName, mergedBy, reason, leftAlone },
      ...{ undoneBy: line.undoneBy, undoneReason: line.undoneReason },
      mergedAt: line.mergedAt.toISOString(),
      undoUntil: line.undoUntil.toISOString(),
      undoneAt: line.undoneAt?.toISOString() ?? null,
    });
  }
}

export class MergePageView {
  items: MergeView[];
  total: number;
  page: number;
  pageSize: number;
}

/** How many values of one kind a merge changed. */
export class MergeChangeView {
  label: TextView;
  count: number;
}

/** One merge with what it changed. */
export class MergeDetailView extends MergeView {
  changed: MergeChangeView[];
  /** Why it cannot be undone; empty when it can. */
  undoRefusals: ReasonView[];

  static ofDetail(detail: MergeDetail): MergeDetailView {
    return Object.assign(new MergeDetailView(), MergeView.of(detail), {
      changed: detail.changed,
      undoRefusals: detail.undoRefusals.map((reason) => ReasonView.of(reason)),
    });
  }
}

/** What became of an undoing. */
export class MergeUndoneView {
  /** Values that had changed since and stayed as they are. */
  leftAlone: number;
}

/** The id of a new merge. */
export class NewMergeView {
  id: string;
}

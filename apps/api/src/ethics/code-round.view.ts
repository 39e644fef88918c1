import type { MissingMember } from '@himpun/membership';
import { TextView } from '../groups/requirement.view';

/** A piece of text that stayed, came or went. */
export class WordMarkView {
  text: string;
  mark: 'same' | 'added' | 'removed';
}

/** A clause's text in both languages with its marks. */
export class MarkedTextView {
  id: WordMarkView[];
  en: WordMarkView[];
}

/** One clause of the comparison. */
export class ClauseChangeView {
  change: 'same' | 'changed' | 'added' | 'removed';
  /** From 1; null where the edition lacks it. */
  position: number | null;
  positionBefore: number | null;
  heading: TextView;
  words: MarkedTextView;
}

/** An edition beside an earlier one. */
export class CodeChangesView {
  edition: number;
  /** The edition it is compared with; null where there is none. */
  sinceEdition: number | null;
  clauses: ClauseChangeView[];
}

/** A member who has not acknowledged yet. */
export class MissingMemberView {
  personId: string;
  fullName: string;
  number: string;
  groupNameId: string;
  groupNameEn: string;
  /** When they were last written to; null before the first letter. */
  askedAt: string | null;

  static of({
    personId,
    fullName,
    number,
    groupNameId,
    groupNameEn,
    askedAt,
  }: MissingMember): MissingMemberView {
    const line = { personId, fullName, number, groupNameId, groupNameEn };
    return Object.assign(new MissingMemberView(), line, { askedAt: askedAt?.toISOString() ?? null });
  }
}

/** How an edition stands with those it binds. */
export class RoundCountsView {
  bound: number;
  acknowledged: number;
  missing: number;
}

export class MissingPageView {
  counts: RoundCountsView;
  items: MissingMemberView[];
  total: number;
  page: number;
  pageSize: number;
}

import type { Bilingual, HoldingWay, PersonHolding, Reason } from '@himpun/kernel';

/** Which of the two: the one who stays, and the one who becomes a tombstone. */
export type Side = 'survivor' | 'merged';

/** A row that names one of the two. */
export interface PlanRow {
  side: Side;
  /** Values of the key's columns, as text. */
  key: Record<string, string>;
  line: string | null;
  by: string | null;
  weight: number;
  /** What stands already in the column that is written when the row rests. */
  rests: string | null;
}

/** The rows of one holding. */
export interface HeldRows {
  holding: PersonHolding;
  rows: readonly PlanRow[];
}

/** What is known of a person by themselves; `null` where nothing is. All as text; dates as `YYYY-MM-DD`. */
export type PersonFields = Record<PersonField, string | null>;

export const PERSON_FIELDS = [
  'full_name',
  'title_before',
  'title_after',
  'certificate_name',
  'birth_date',
  'phone',
  'region',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** Which value or row the survivor keeps, by key of the question. What is not answered stays as the survivor has it. */
export type MergeChoices = Readonly<Record<string, Side>>;

/** Where the two differ and an officer chooses. */
export interface MergeQuestion {
  /** `people.phone`, `accounts:account`. */
  key: string;
  text: Bilingual | null;
  /** What each of them has. */
  survivor: string;
  merged: string;
  chosen: Side;
}

/** What happens to the rows of one holding. */
export interface MergePart {
  table: string;
  column: string;
  label: Bilingual;
  way: HoldingWay;
  /** What becomes the survivor's, as people know it. */
  moving: (string | null)[];
  /** What rests with the merged person, because the survivor has one already. */
  resting: (string | null)[];
}

/** One value that a merge writes. Undoing writes `before` where `after` still stands. */
export interface MergeChange {
  table: string;
  key: Record<string, string>;
  column: string;
  before: string | null;
  after: string | null;
}

/** All that a merge would do, before it is done. */
export interface MergePlan {
  survivorId: string;
  mergedId: string;
  parts: MergePart[];
  questions: MergeQuestion[];
  /** Why it cannot be done; empty when it can. */
  refusals: Reason[];
  changes: MergeChange[];
}

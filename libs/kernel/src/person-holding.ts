import type { Bilingual } from './bilingual';

/**
 * What becomes of rows that name a person when that person turns out to be another one:
 * - `moves`: they become the survivor's;
 * - `follows`: they never change (append-only); who reads them by person asks for `same_person(id)`, or for
 *   `present_person(column)`, in SQL;
 * - `stays`: they say who acted then, and nothing is decided by them.
 */
export type HoldingWay = 'moves' | 'follows' | 'stays';

/** One person has at most one of these; two people may have had one each. */
export interface OncePerPerson {
  /** SQL over the row `t`: text, the same for rows of which one person has one; null where there is no such limit. */
  by: string;
  /** SQL over `t` and `$2` (now): 2 for a row that is in force, 1 for one that may rest with the merged person. */
  weight: string;
  /** What is said when both are in force and nobody can choose between them. */
  refusal: Bilingual;
  /** Where an officer chooses which of the two the survivor keeps: what is asked. The other one rests with the merged person. */
  choice?: Bilingual;
  /** Written into the row that rests after a choice: a column, and SQL over `$2` (now). */
  resting?: { column: string; value: 'now' };
}

/** What was written after a merge and rests on rows that it moved: while it stands, the merge is not undone. */
export interface UndoObstacle {
  /** SQL; $1 ids of the moved rows, $2 the merge's instant. One column, `count`. */
  sql: string;
  text: Bilingual;
}

/** A column that names a person, and what a merge does with its rows. Names and SQL of our own code, never input. */
export interface PersonHolding {
  table: string;
  column: string;
  way: HoldingWay;
  /** What officers call the rows. */
  label: Bilingual;
  /** What tells a row from others of its table, besides the person; `id` unless told. */
  key?: readonly string[];
  /** SQL over `t`: what people know a row by. Rows without it are only counted. */
  line?: string;
  once?: OncePerPerson;
  obstacles?: readonly UndoObstacle[];
}

/** A column that says who did something: the name of then stays. */
export function actedBy(table: string, column: string, label: Bilingual): PersonHolding {
  return { table, column, label, way: 'stays' };
}

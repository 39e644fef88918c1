import type { Bilingual, OncePerPerson, PersonHolding, Reason } from '@himpun/kernel';
import {
  PERSON_FIELDS,
  type HeldRows,
  type MergeChange,
  type MergeChoices,
  type MergePart,
  type MergePlan,
  type MergeQuestion,
  type PersonFields,
  type PlanRow,
  type Side,
} from './merge-plan';

/** What is to be merged. */
export interface MergePair {
  survivorId: string;
  mergedId: string;
  fields: Readonly<Record<Side, PersonFields>>;
  held: readonly HeldRows[];
  choices: MergeChoices;
  /** ISO 8601 instant. */
  now: string;
}

type Outcome = Pick<MergePlan, 'questions' | 'refusals' | 'changes'> & { part: MergePart };

/**
 * What a merge would change, row by row; nothing is changed here. Of rows of which one person has only one, both in force are
 * refused, or asked about where one of them can rest; else the weaker one rests with the merged person.
 */
export function planMerge(pair: MergePair): MergePlan {
  const outcomes = pair.held
    .filter(({ holding, rows }) => holding.way !== 'stays' && rows.some(({ side }) => side === 'merged'))
    .map(({ holding, rows }) => outcomeOf(pair, holding, rows));
  const { survivorId, mergedId } = pair;
  const fields = fieldQuestions(pair);
  const refusals = outcomes.flatMap((outcome) => outcome.refusals);
  return {
    ...{ survivorId, mergedId, refusals },
    parts: outcomes
      .map(({ part }) => part)
      .filter(({ moving, resting }) => moving.length + resting.length > 0),
    questions: [...fields, ...outcomes.flatMap((outcome) => outcome.questions)],
    changes: [
      ...outcomes.flatMap((outcome) => outcome.changes),
      ...fieldChanges(pair, fields),
      changeOf('people', { id: mergedId }, 'merged_into_id', null, survivorId),
    ],
  };
}

function outcomeOf(pair: MergePair, holding: PersonHolding, rows: readonly PlanRow[]): Outcome {
  const { table, column, label, way } = holding;
  const theirs = rows.filter(({ side }) => side === 'merged');
  const part: MergePart = { table, column, label, way, moving: [], resting: [] };
  const outcome: Outcome = { part, questions: [], refusals: [], changes: [] };
  for (const row of theirs) {
    const own =
      row.by === null ? undefined : rows.find(({ side, by }) => side === 'survivor' && by === row.by);
    if (way === 'follows' || !own || !holding.once) move(pair, holding, row, outcome);
    else collide(pair, { holding, once: holding.once }, own, row, outcome);
  }
  return outcome;
}

function move(pair: MergePair, holding: PersonHolding, row: PlanRow, outcome: Outcome): void {
  outcome.part.moving.push(row.line);
  if (holding.way === 'moves') outcome.changes.push(handOver(pair, holding, row, 'survivor'));
}

/** Both have what one person has once. */
function collide(
  pair: MergePair,
  { holding, once }: { holding: PersonHolding; once: OncePerPerson },
  own: PlanRow,
  theirs: PlanRow,
  outcome: Outcome,
): void {
  if (once.choice) return choose(pair, { holding, once, text: once.choice }, own, theirs, outcome);
  if (own.weight >= 2 && theirs.weight >= 2) {
    outcome.refusals.push(refusal(holding, once.refusal, [own, theirs]));
  } else if (theirs.weight > own.weight) {
    outcome.refusals.push(refusal(holding, OTHER_WAY_ROUND, [theirs], 'other_way_round'));
  } else outcome.part.resting.push(theirs.line);
}

function choose(
  pair: MergePair,
  { holding, once, text }: { holding: PersonHolding; once: OncePerPerson; text: Bilingual },
  own: PlanRow,
  theirs: PlanRow,
  { part, questions, changes }: Outcome,
): void {
  const key = `${holding.table}:${theirs.by}`;
  const chosen = pair.choices[key] ?? 'survivor';
  questions.push({ key, text, survivor: own.line ?? '', merged: theirs.line ?? '', chosen });
  const rests = chosen === 'survivor' ? theirs : own;
  part.resting.push(rests.line);
  if (chosen === 'merged') {
    part.moving.push(theirs.line);
    changes.push(handOver(pair, holding, theirs, 'survivor'), handOver(pair, holding, own, 'merged'));
  }
  if (once.resting && rests.rests === null)
    changes.push(changeOf(holding.table, rests.key, once.resting.column, null, pair.now));
}

function handOver(pair: MergePair, holding: PersonHolding, row: PlanRow, to: Side): MergeChange {
  const idOf = (side: Side): string => (side === 'survivor' ? pair.survivorId : pair.mergedId);
  return changeOf(holding.table, row.key, holding.column, idOf(row.side), idOf(to));
}

/** Only where both know something, and not the same; what only the merged person knew, the survivor takes over. */
function fieldQuestions({ fields, choices }: MergePair): MergeQuestion[] {
  return PERSON_FIELDS.flatMap((field) => {
    const [survivor, merged] = [fields.survivor[field], fields.merged[field]];
    if (survivor === null || merged === null || survivor === merged) return [];
    const key = `people.${field}`;
    return [{ key, text: null, survivor, merged, chosen: choices[key] ?? 'survivor' }];
  });
}

function fieldChanges({ fields, survivorId }: MergePair, questions: readonly MergeQuestion[]): MergeChange[] {
  return PERSON_FIELDS.flatMap((field) => {
    const [before, merged] = [fields.survivor[field], fields.merged[field]];
    const chosen = questions.find(({ key }) => key === `people.${field}`)?.chosen;
    const after = before === null || chosen === 'merged' ? merged : before;
    return after === before ? [] : [changeOf('people', { id: survivorId }, field, before, after)];
  });
}

function changeOf(
  table: string,
  key: Record<string, string>,
  column: string,
  before: string | null,
  after: string | null,
): MergeChange {
  return { table, key, column, before, after };
}

function refusal(
  { table }: PersonHolding,
  text: Bilingual,
  rows: readonly PlanRow[],
  code = 'both_in_force',
): Reason {
  const named = [...new Set(rows.map(({ line }) => line).filter((line) => line !== null))].join(', ');
  const tail = named === '' ? '' : ` (${named})`;
  return { code, field: table, text: { id: `${text.id}${tail}`, en: `${text.en}${tail}` } };
}

const OTHER_WAY_ROUND: Bilingual = {
  id: 'Data yang berlaku ada pada orang yang akan digabungkan. Pilih orang itu sebagai yang tetap.',
  en: 'What is in force belongs to the person who would be merged. Let that person be the one who stays.',
};

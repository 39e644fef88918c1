import type { ClauseText } from './code-text.policy';

/** A clause with its number. */
export interface NumberedClause extends ClauseText {
  position: number;
}

/** A piece of text that stayed, came or went. */
export interface WordMark {
  text: string;
  mark: 'same' | 'added' | 'removed';
}

/** One clause of the newer edition beside the one it came from; a removed one has no `after`, an added one no `before`. */
export interface ClauseDiff {
  change: 'same' | 'changed' | 'added' | 'removed';
  before: NumberedClause | null;
  after: NumberedClause | null;
}

/** Above this many comparisons the whole text counts as replaced: nobody reads marks in that. */
const MOST_COMPARISONS = 4_000_000;

/**
 * The newer edition's clauses in order, each with the older clause it came from: the same words first, then the same heading,
 * then the same number where at least half of the words are common. Older clauses that went stand at the end.
 */
export function clauseDiffs(
  before: readonly NumberedClause[],
  after: readonly NumberedClause[],
): ClauseDiff[] {
  const free = new Set(before);
  const origin = new Map<NumberedClause, NumberedClause>();
  const rounds: ((old: NumberedClause, clause: NumberedClause) => boolean)[] = [
    (old, clause) => wordsOf(old) === wordsOf(clause),
    (old, clause) => old.heading.id === clause.heading.id || old.heading.en === clause.heading.en,
    (old, clause) => old.position === clause.position && likeness(old, clause) >= 0.5,
  ];
  for (const fits of rounds) {
    for (const clause of after) {
      if (origin.has(clause)) continue;
      const found = [...free].find((old) => fits(old, clause));
      if (!found) continue;
      origin.set(clause, found);
      free.delete(found);
    }
  }
  const kept = after.map((clause): ClauseDiff => {
    const old = origin.get(clause) ?? null;
    const isSame =
      old !== null && wordsOf(old) === wordsOf(clause) && old.mustAcknowledge === clause.mustAcknowledge;
    return { change: old === null ? 'added' : isSame ? 'same' : 'changed', before: old, after: clause };
  });
  return [...kept, ...[...free].map((old): ClauseDiff => ({ change: 'removed', before: old, after: null }))];
}

/** What of a text stayed, came and went, word by word; the pieces that stayed and went make the older text, those that stayed and came the newer. */
export function wordMarks(before: string, after: string): WordMark[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  if (old.length * now.length > MOST_COMPARISONS) {
    return joined([
      { text: before, mark: 'removed' },
      { text: after, mark: 'added' },
    ]);
  }
  const common = commonLengths(old, now);
  const marks: WordMark[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      marks.push({ text: old[i] as string, mark: 'same' });
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || at(common, i + 1, j) >= at(common, i, j + 1))) {
      marks.push({ text: old[i] as string, mark: 'removed' });
      i += 1;
    } else {
      marks.push({ text: now[j] as string, mark: 'added' });
      j += 1;
    }
  }
  return joined(marks);
}

/** Lengths of the longest common rests, from the ends backwards. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i] as Uint16Array;
      row[j] =
        old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

/** Words with the white space behind them. */
function tokensOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function joined(marks: readonly WordMark[]): WordMark[] {
  const pieces: WordMark[] = [];
  for (const { text, mark } of marks) {
    const last = pieces.at(-1);
    if (last?.mark === mark) last.text += text;
    else if (text !== '') pieces.push({ text, mark });
  }
  return pieces;
}

function wordsOf({ heading, text }: ClauseText): string {
  return JSON.stringify([heading.id, heading.en, text.id, text.en]);
}

function likeness(one: ClauseText, other: ClauseText): number {
  const [a, b] = [one, other].map(({ text }) => new Set(text.id.toLowerCase().match(/\p{L}+/gu) ?? []));
  if (!a || !b || a.size + b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(a.size, b.size);
}

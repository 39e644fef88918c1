import fc from 'fast-check';
import type { PersonHolding } from '@himpun/kernel';
import {
  PERSON_FIELDS,
  type HeldRows,
  type MergeChange,
  type PersonFields,
  type PlanRow,
  type Side,
} from './merge-plan';
import { planMerge } from './merge-plan.policy';
import { turnedBack, undoRefusals, undoUntil } from './undo.policy';

const NOW = new Date('2026-11-21T03:00:00Z');
const facts = { undoneAt: null, undoUntil: undoUntil(NOW), survivorMerged: false, obstacles: [] };

describe('undoing a merge', () => {
  it.each([
    ['soon after', {}, 1, []],
    ['on the last day', {}, 90, []],
    ['after its time', {}, 91, ['too_late']],
    ['a second time', { undoneAt: NOW }, 1, ['undone_already']],
    ['under a later merge', { survivorMerged: true }, 1, ['later_merge']],
    [
      'over later facts',
      { obstacles: [{ id: 'Sudah diputuskan', en: 'Decided since' }] },
      1,
      ['later_facts'],
    ],
  ])('%s', (_, more, days, codes) => {
    const at = new Date(NOW.getTime() + days * 86_400_000);
    expect(undoRefusals({ ...facts, ...more }, at).map(({ code }) => code)).toEqual(codes);
  });

  it('puts every row back where nothing changed meanwhile, whatever was moved, chosen and closed', () => {
    fc.assert(
      fc.property(world, (given) => {
        const before = tablesOf(given);
        const plan = planMerge({ survivorId: 'A', mergedId: 'B', now: NOW.toISOString(), ...given });
        const after = write(before, plan.changes);
        expect(after.left).toEqual([]);
        expect(after.tables['people']?.['B']?.['merged_into_id']).toBe('A');
        const undone = write(after.tables, turnedBack(plan.changes));
        expect(undone.left).toEqual([]);
        expect(undone.tables).toEqual(before);
      }),
    );
  });

  it('touches nothing that was changed since', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { changes } = planMerge({ survivorId: 'A', mergedId: 'B', now: NOW.toISOString(), ...given });
        const merged = write(tablesOf(given), changes).tables;
        for (const { table, key, column } of changes) {
          const cell = merged[table]?.[String(key['id'])];
          if (cell) cell[column] = 'later';
        }
        expect(write(merged, turnedBack(changes))).toMatchObject({ tables: merged });
      }),
    );
  });
});

type Tables = Record<string, Record<string, Record<string, string | null>>>;
interface World {
  held: HeldRows[];
  fields: Record<Side, PersonFields>;
  choices: Record<string, Side>;
}

const side = fc.constantFrom<Side>('survivor', 'merged');
const fields = fc.record(
  Object.fromEntries(PERSON_FIELDS.map((field) => [field, fc.constantFrom(null, 'x', 'y')])),
) as fc.Arbitrary<PersonFields>;
const rowsOf = (table: string): fc.Arbitrary<PlanRow[]> =>
  fc
    .array(fc.record({ side, by: fc.constantFrom(null, 'g', 'h'), weight: fc.constantFrom(1, 2) }), {
      maxLength: 6,
    })
    .map((rows) => rows.map((row, at) => ({ ...row, key: { id: `${table}${at}` }, line: null, rests: null })))
    // One person has at most one of a kind, as the database sees to.
    .map((rows) =>
      rows.filter(
        (row, at) =>
          row.by === null || rows.findIndex((each) => each.by === row.by && each.side === row.side) === at,
      ),
    );
const said = { id: 'x', en: 'x' };
const holdingOf = (table: string, more: Partial<PersonHolding> = {}): PersonHolding => ({
  ...{ table, column: 'person_id', way: 'moves', label: said },
  ...more,
});
const once = { by: 'x', weight: '1', refusal: said };
const world: fc.Arbitrary<World> = fc.record({
  held: fc.tuple(rowsOf('plain'), rowsOf('once'), rowsOf('chosen')).map(([plain, single, chosen]) => [
    { holding: holdingOf('plain'), rows: plain },
    { holding: holdingOf('once', { once }), rows: single },
    {
      holding: holdingOf('chosen', {
        once: { ...once, choice: said, resting: { column: 'closed', value: 'now' as const } },
      }),
      rows: chosen,
    },
  ]),
  fields: fc.record({ survivor: fields, merged: fields }),
  choices: fc.dictionary(fc.constantFrom('chosen:g', 'chosen:h', 'people.phone', 'people.full_name'), side),
});

function tablesOf({ held, fields: known }: World): Tables {
  const tables: Tables = {
    people: { A: { ...known.survivor, merged_into_id: null }, B: { ...known.merged, merged_into_id: null } },
  };
  for (const { holding, rows } of held)
    tables[holding.table] = Object.fromEntries(
      rows.map((row) => [row.key['id'], { person_id: row.side === 'survivor' ? 'A' : 'B', closed: null }]),
    );
  return tables;
}

/** As the database writes: a value changes only where `before` stands. */
function write(tables: Tables, changes: readonly MergeChange[]): { tables: Tables; left: MergeChange[] } {
  const copy = structuredClone(tables);
  const left = changes.filter(({ table, key, column, before, after }) => {
    const cells = copy[table]?.[String(key['id'])];
    if (!cells || cells[column] !== before) return true;
    cells[column] = after;
    return false;
  });
  return { tables: copy, left };
}

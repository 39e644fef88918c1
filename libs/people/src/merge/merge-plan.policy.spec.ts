import type { PersonHolding } from '@himpun/kernel';
import {
  PERSON_FIELDS,
  type HeldRows,
  type MergeChoices,
  type PersonFields,
  type PlanRow,
  type Side,
} from './merge-plan';
import { planMerge } from './merge-plan.policy';

const said = (en: string) => ({ id: en, en });
const nobody = Object.fromEntries(PERSON_FIELDS.map((field) => [field, null])) as PersonFields;
const row = (side: Side, id: string, more: Partial<PlanRow> = {}): PlanRow => ({
  ...{ side, key: { id }, line: id, by: null, weight: 1, rests: null },
  ...more,
});
const holding = (more: Partial<PersonHolding> = {}): PersonHolding => ({
  ...{ table: 'things', column: 'person_id', way: 'moves', label: said('Things') },
  ...more,
});
const once = { by: 'x', weight: '1', refusal: said('Both have one') };
const plan = (
  held: HeldRows[],
  { survivor = {}, merged = {} }: Partial<Record<Side, Partial<PersonFields>>> = {},
  choices: MergeChoices = {},
) =>
  planMerge({
    ...{ survivorId: 'A', mergedId: 'B', held, choices, now: '2026-11-21T03:00:00.000Z' },
    fields: { survivor: { ...nobody, ...survivor }, merged: { ...nobody, ...merged } },
  });
const written = ({ changes }: ReturnType<typeof plan>): string[] =>
  changes.map(({ table, key, column, after }) => `${table} ${key['id']} ${column} ${after}`);

describe('what a merge would do', () => {
  it('moves the rows of the one, leaves those of the other, and makes a tombstone', () => {
    const rows = [row('survivor', '1'), row('merged', '2')];
    expect(written(plan([{ holding: holding(), rows }]))).toEqual([
      'things 2 person_id A',
      'people B merged_into_id A',
    ]);
  });

  it('writes nothing into what is append-only, but shows that it follows', () => {
    const found = plan([{ holding: holding({ way: 'follows' }), rows: [row('merged', '2')] }]);
    expect(found.parts).toMatchObject([{ way: 'follows', moving: ['2'] }]);
    expect(written(found)).toEqual(['people B merged_into_id A']);
  });

  it.each([
    ['both in force', 2, 2, 'both_in_force'],
    ['only that of the merged person in force', 1, 2, 'other_way_round'],
  ])('refuses %s', (_, own, theirs, code) => {
    const rows = [
      row('survivor', '1', { by: 'g', weight: own }),
      row('merged', '2', { by: 'g', weight: theirs }),
    ];
    const { refusals } = plan([{ holding: holding({ once }), rows }]);
    expect(refusals).toMatchObject([{ code, field: 'things' }]);
    expect(refusals[0]?.text.en).toContain('2');
  });

  it('lets the weaker of two rest with the merged person', () => {
    const rows = [
      row('survivor', '1', { by: 'g', weight: 2 }),
      row('merged', '2', { by: 'g' }),
      row('merged', '3', { by: 'h' }),
    ];
    const found = plan([{ holding: holding({ once }), rows }]);
    expect(found.refusals).toEqual([]);
    expect(found.parts).toMatchObject([{ moving: ['3'], resting: ['2'] }]);
  });

  describe('where an officer chooses', () => {
    const accounts = holding({
      table: 'accounts',
      once: { ...once, choice: said('Which?'), resting: { column: 'disabled_at', value: 'now' } },
    });
    const rows = [row('survivor', '1', { by: 'account' }), row('merged', '2', { by: 'account' })];

    it('asks, and closes that of the merged person unless told', () => {
      const found = plan([{ holding: accounts, rows }]);
      expect(found.questions).toMatchObject([
        { key: 'accounts:account', survivor: '1', merged: '2', chosen: 'survivor' },
      ]);
      expect(written(found)).toEqual([
        'accounts 2 disabled_at 2026-11-21T03:00:00.000Z',
        'people B merged_into_id A',
      ]);
    });

    it('lets the two change places when the other one is chosen', () => {
      const found = plan([{ holding: accounts, rows }], {}, { 'accounts:account': 'merged' });
      expect(written(found)).toEqual([
        'accounts 2 person_id A',
        'accounts 1 person_id B',
        'accounts 1 disabled_at 2026-11-21T03:00:00.000Z',
        'people B merged_into_id A',
      ]);
    });

    it('closes nothing that is closed already', () => {
      const closed = [
        row('survivor', '1', { by: 'account' }),
        row('merged', '2', { by: 'account', rests: 'then' }),
      ];
      expect(written(plan([{ holding: accounts, rows: closed }]))).toEqual(['people B merged_into_id A']);
    });
  });

  it('asks only about details in which both differ, and takes over what the survivor lacks', () => {
    const fields = {
      survivor: { full_name: 'Ana', phone: '+62811' },
      merged: { full_name: 'Ana L', phone: '+62811', region: 'Bali' },
    };
    const found = plan([], fields);
    expect(found.questions.map(({ key }) => key)).toEqual(['people.full_name']);
    expect(written(found)).toEqual(['people A region Bali', 'people B merged_into_id A']);
    expect(written(plan([], fields, { 'people.full_name': 'merged' }))).toContain('people A full_name Ana L');
  });
});

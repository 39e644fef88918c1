import { differences, fateOf, mappingFaults, rowFigures } from './import-figures';

const fault = (row: number | null) => ({
  row,
  column: 'nomor',
  code: 'number_missing',
  text: { id: 'Nomor kosong.', en: 'The number is missing.' },
  value: '',
});

describe('good rows of a dry run', () => {
  it('are all when nothing is wrong', () => {
    expect(rowFigures({ rowCount: 500, errorCount: 0, problems: [] })).toEqual({
      good: 500,
      isComplete: true,
      isWholeFile: false,
    });
  });

  it('lose a row once, however many faults it has', () => {
    const problems = [fault(2), fault(2), fault(7)];
    expect(rowFigures({ rowCount: 10, errorCount: 3, problems }).good).toBe(8);
  });

  it('are the most there can be when the list of faults was cut off', () => {
    expect(rowFigures({ rowCount: 900, errorCount: 700, problems: [fault(2)] })).toMatchObject({
      good: 899,
      isComplete: false,
    });
  });

  it.each([
    ['the file', null],
    ['its headings', 1],
  ])('are none when %s is at fault', (_what, row) => {
    expect(rowFigures({ rowCount: 200_000, errorCount: 1, problems: [fault(row)] })).toMatchObject({
      good: 0,
      isWholeFile: true,
    });
  });
});

describe('an import that made way for another', () => {
  it('is a replaced version when it counted once, an unused file when it never did', () => {
    expect(fateOf({ state: 'superseded', finishedAt: '2026-11-21T07:00:00Z' }).fate).toBe('replaced');
    expect(fateOf({ state: 'superseded', finishedAt: null }).fate).toBe('unused');
    expect(fateOf({ state: 'current', finishedAt: '2026-11-21T07:00:00Z' })).toEqual({
      fate: 'current',
      tone: 'good',
    });
  });
});

const HOLDER = {
  number: 'PT-1',
  name: 'Ana',
  birthDate: null,
  profession: null,
  status: 'active' as const,
  validFrom: null,
  validUntil: '2026-11-21',
};

describe('the difference between two versions of a holder', () => {
  it('names only the facts that differ', () => {
    const after = { ...HOLDER, status: 'revoked' as const, validUntil: null };
    expect(differences({ before: HOLDER, after })).toEqual([
      { column: 'status', before: 'active', after: 'revoked' },
      { column: 'valid_until', before: '2026-11-21', after: null },
    ]);
  });

  it('of a new holder is all but number and name, which stand beside it', () => {
    expect(differences({ before: null, after: HOLDER }).map(({ column }) => column)).toEqual([
      'status',
      'valid_until',
    ]);
  });
});

describe('the choice of columns', () => {
  const chosen = (change: object) => ({
    ...{
      number: 'No',
      name: 'Nama',
      birth_date: '',
      profession: '',
      status: '',
      valid_from: '',
      valid_until: '',
    },
    ...change,
  });
  it.each([
    ['number and name', {}, {}],
    ['no number', { number: '' }, { number: 'needed' }],
    ['one heading for two fields', { status: 'Nama' }, { status: 'twice' }],
  ])('of %s', (_, change, faults) => {
    expect(mappingFaults(chosen(change), 'needed', 'twice')).toEqual(faults);
  });
});

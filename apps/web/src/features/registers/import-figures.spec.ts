import { fateOf, mappingField, percentTaken, rowFigures } from './import-figures';

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

describe('progress', () => {
  it.each([
    [0, 0, 0],
    [0, 500, 0],
    [1_999, 2_000, 99],
    [2_000, 2_000, 100],
  ])('%i of %i rows is %i percent', (importedRows, rowCount, percent) => {
    expect(percentTaken({ importedRows, rowCount })).toBe(percent);
  });
});

describe('the headings an officer named', () => {
  it('are sent by column, without those left empty', () => {
    expect(mappingField({ number: ' No. STR ', name: '' })).toEqual({ mapping: '{"number":"No. STR"}' });
    expect(mappingField({ name: '  ' })).toBeUndefined();
  });
});

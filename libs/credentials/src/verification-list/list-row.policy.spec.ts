import { isNationalColumn, nationalColumns, readListRow, type ListDefaults } from './list-row.policy';

const NIK = '3273014105900001';
const DEFAULTS: ListDefaults = {
  ...{ authority: null, profession: null },
  isNationalId: (number) => number === NIK,
};
const READING = {
  columns: { number: 'Nomor STR', name: 'Nama', authority: 'Konsil', birth_date: 'Lahir' },
  dates: 'day_first' as const,
};
const read = (cells: Record<string, string>, defaults: Partial<ListDefaults> = {}) =>
  readListRow(7, cells, READING, { ...DEFAULTS, ...defaults });
const faults = (cells: Record<string, string>, defaults: Partial<ListDefaults> = {}) => {
  const found = read(cells, defaults);
  return Array.isArray(found) ? found.map(({ row, column, code }) => [row, column, code]) : found;
};

describe('one person of a list', () => {
  it('is read with what holds for the whole list where the row says nothing', () => {
    expect(
      read(
        { number: ' pt-404 ', name: 'Ana Lestari', birth_date: '1/5/1990', authority: '' },
        { authority: 'K.T.K.I.', profession: 'Fisioterapis' },
      ),
    ).toMatchObject({
      ...{ row: 7, key: 'ktki:PT404', number: 'pt-404', name: 'Ana Lestari', birthDate: '1990-05-01' },
      ...{ authority: 'K.T.K.I.', profession: 'Fisioterapis', validUntil: null },
    });
  });

  it('goes by its own authority before that of the list', () => {
    expect(read({ number: '1', name: 'Ana', authority: 'KKI' }, { authority: 'KTKI' })).toMatchObject({
      authority: 'KKI',
    });
  });

  it('has all its faults named at once, by the headings of the file', () => {
    expect(faults({ number: '', name: '12', birth_date: '31/2/1990', authority: '' })).toEqual([
      [7, 'Nomor STR', 'number_missing'],
      [7, 'Nama', 'name_missing'],
      [7, 'Lahir', 'date_wrong'],
      [7, 'Konsil', 'authority_missing'],
    ]);
  });

  it.each([
    ['a formula', { number: '=1+1', name: 'Ana', authority: 'KTKI' }, 'formula'],
    ['a number that was rounded', { number: '1.23E+15', name: 'Ana', authority: 'KTKI' }, 'number_rounded'],
    [
      'a national id that bears the day of birth',
      { number: NIK, name: 'Ana', authority: 'KTKI', birth_date: '1/5/1990' },
      'national_id',
    ],
  ])('is refused with %s', (_, cells, code) => {
    expect(faults(cells)).toEqual([[7, 'Nomor STR', code]]);
  });

  it('never shows a national id that it refuses', () => {
    const found = read({ number: NIK, name: 'Ana', authority: 'KTKI', birth_date: '1990-05-01' });
    expect(JSON.stringify(found)).not.toContain(NIK);
  });

  it('may have a number that only looks like a national id', () => {
    expect(read({ number: NIK, name: 'Ana', authority: 'KTKI', birth_date: '1991-05-02' })).toMatchObject({
      looksNational: true,
    });
  });
});

describe('a column of national ids', () => {
  it.each(['NIK', 'No. KTP', 'Nomor Induk Kependudukan', 'National ID', 'Paspor', 'e-KTP', 'passport no'])(
    'is known by its heading %s',
    (heading) => {
      expect(nationalColumns(['Nama', heading])).toMatchObject([
        { row: 1, column: heading, code: 'national_id' },
      ]);
    },
  );

  it.each(['Nomor STR', 'Klinik', 'Teknik', 'No', 'Licence number', 'National register'])(
    'is not seen in %s',
    (heading) => expect(nationalColumns([heading])).toEqual([]),
  );

  it.each([
    ['most of them look so', 10, 6, true],
    ['half of them', 10, 5, false],
    ['two in two', 2, 2, false],
    ['three in three', 3, 3, true],
    ['none', 10, 0, false],
  ])('is known by its numbers when %s', (_, rows, looking, expected) => {
    expect(isNationalColumn(rows, looking)).toBe(expected);
  });
});

import fc from 'fast-check';
import { delimiterOf, mapHeadings } from './header.policy';
import { readRow } from './register-row.policy';

const BARE = { columns: {}, dates: 'day_first' } as const;
const cells = (change: Record<string, string> = {}) => ({ number: 'PT-404', name: 'Ana Lestari', ...change });

describe('a line of a register', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['1.2.2026', '2026-02-01'],
    ['2026/2/1', '2026-02-01'],
    ['', null],
  ])('reads the date %s', (typed, date) => {
    expect(readRow(2, cells({ valid_until: typed }), BARE)).toMatchObject({ validUntil: date });
  });

  it.each([
    ['aktif', 'active'],
    ['', 'active'],
    ['Dicabut', 'revoked'],
    ['DIBEKUKAN', 'suspended'],
    ['Kedaluwarsa', 'expired'],
  ])('reads the status "%s"', (typed, status) => {
    expect(readRow(2, cells({ status: typed }), BARE)).toMatchObject({ status });
  });

  it.each([
    ['=1+1', 'formula'],
    [' =cmd|x', 'formula'],
    ['+62', 'formula'],
    ['@SUM(A1)', 'formula'],
    ['＝1', 'formula'],
    ['-A1', 'formula'],
    ['6.02214E+23', 'number_rounded'],
    ['---', 'number_missing'],
  ])('takes no number %s', (number, code) => {
    expect(readRow(2, cells({ number }), BARE)).toEqual([expect.objectContaining({ row: 2, code })]);
  });

  it('keeps what a spreadsheet wrote as text, zeros and all', () => {
    expect(readRow(2, cells({ number: '="00123"' }), BARE)).toMatchObject({
      number: '00123',
      numberKey: '00123',
    });
  });

  it('is a line or its faults, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (number, name, status) => {
        const row = readRow(2, { number, name, status }, BARE);
        if (Array.isArray(row)) expect(row.length).toBeGreaterThan(0);
        else expect(/^[=+@]/.test(row.name) || /^[=+@]/.test(row.number)).toBe(false);
      }),
    );
  });
});

describe('headings', () => {
  it('are known as authorities write them, and the officer’s choice comes first', () => {
    expect(mapHeadings(['No. STR', 'Nama Lengkap', 'Tgl Lahir', 'Alamat'])).toEqual({
      ...{ number: 'No. STR', name: 'Nama Lengkap', birth_date: 'Tgl Lahir' },
    });
    expect(mapHeadings(['kode', 'nomor', 'nama'], { number: 'kode' })).toEqual({
      number: 'kode',
      name: 'nama',
    });
  });

  it.each([
    ['a,b;c,d', ','],
    ['a;b;c', ';'],
    ['"a,b,c,d";e;f', ';'],
    ['a\tb', '\t'],
    ['a', ','],
  ])('of %j are divided by %j', (line, mark) => expect(delimiterOf(line)).toBe(mark));
});

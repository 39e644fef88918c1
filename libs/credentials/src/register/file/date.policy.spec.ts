import fc from 'fast-check';
import { readDate } from './date.policy';
import { EncodingProbe } from './text-encoding';
import { columnOf, shownNumber, styleOf } from './xlsx-cell.policy';

describe('a date in the authority’s form', () => {
  it.each([
    ['21/11/2026', 'day_first', '2026-11-21'],
    ['11/21/2026', 'month_first', '2026-11-21'],
    ['05/04/2026', 'day_first', '2026-04-05'],
    ['05/04/2026', 'month_first', '2026-05-04'],
    ['2026/4/5', 'year_first', '2026-04-05'],
    ['2026-04-05', 'month_first', '2026-04-05'],
    ['2026-04-05 00:00:00', 'day_first', '2026-04-05'],
    ['5 Mei 1990', 'month_first', '1990-05-05'],
    ['17 Agustus 1945', 'day_first', '1945-08-17'],
    ['05-Agu-1990', 'day_first', '1990-08-05'],
    ['May 5, 1990', 'day_first', '1990-05-05'],
    ['December 1st, 2020', 'day_first', '2020-12-01'],
    ['1 Nopember 2001', 'day_first', '2001-11-01'],
    ['29/02/2024', 'day_first', '2024-02-29'],
    ['29/02/1900', 'day_first', null],
    ['2026-02-30', 'day_first', null],
    ['0000-01-01', 'day_first', null],
    ['31/02/2026', 'day_first', null],
    ['21/11/2026', 'month_first', null],
    ['21/11/26', 'day_first', null],
    ['5 Meiku 1990', 'day_first', null],
    ['soon', 'day_first', null],
  ] as const)('%s, %s', (text, form, date) => expect(readDate(text, form)).toBe(date));

  it('is a date that exists or none, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('day_first', 'month_first', 'year_first'), (text, form) => {
        const date = readDate(text, form);
        expect(date === null || !Number.isNaN(Date.parse(date))).toBe(true);
      }),
    );
  });
});

describe('the encoding of a file', () => {
  const found = (...chunks: Buffer[]) => {
    const probe = new EncodingProbe();
    for (const chunk of chunks) probe.add(chunk);
    return probe.end();
  };
  it.each([
    ['UTF-8', [Buffer.from('Zoë')], { encoding: 'utf-8' }],
    ['UTF-8 cut inside a letter', [Buffer.from([0x5a, 0xc3]), Buffer.from([0xab])], { encoding: 'utf-8' }],
    ['Windows-1252', [Buffer.from('Zoë, Müller', 'latin1')], { encoding: 'windows-1252' }],
    ['UTF-16 of a spreadsheet', [Buffer.from('\ufeffZoë', 'utf16le')], { encoding: 'utf-16le' }],
    ['both at once', [Buffer.from('Zoë'), Buffer.from('Zoë', 'latin1')], { fault: 'mixed_encoding' }],
    ['no text', [Buffer.from([0x41, 0xff, 0x00])], { fault: 'not_text' }],
  ])('%s', (_, chunks, encoding) => expect(found(...chunks)).toEqual(encoding));
});

describe('a number in a workbook', () => {
  it.each([
    ['a date', '46347', styleOf(14, undefined), '2026-11-21'],
    ['a date of its own format', '46347', styleOf(170, 'dd" de "mmmm" de "yyyy'), '2026-11-21'],
    ['the first day there is', '1', styleOf(14, undefined), '1900-01-01'],
    ['leading zeros', '123', styleOf(171, '00000'), '00123'],
    ['a plain number', '123', styleOf(0, undefined), '123'],
    ['an amount with a colour', '12', styleOf(172, '[Red]#,##0'), '12'],
    ['a number the sheet has rounded', '3201123456789010', styleOf(0, undefined), '3.20112345678901e+15'],
  ])('%s', (_, value, style, shown) => expect(shownNumber(value, style, false)).toBe(shown));

  it('stands in the column of its address', () => {
    expect(['A1', 'B7', 'Z1', 'AA10', undefined].map(columnOf)).toEqual([0, 1, 25, 26, -1]);
  });
});

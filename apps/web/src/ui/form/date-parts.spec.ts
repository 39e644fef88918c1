import fc from 'fast-check';
import { datePartsOf, isNoDate, isoDateOf } from './date-parts';

describe('a typed date', () => {
  it.each([
    ['21', '11', '2026', '2026-11-21'],
    ['1', 'Mei', '1998', '1998-05-01'],
    ['17', 'agustus', '1945', '1945-08-17'],
    ['4', 'AUG', '1990', '1990-08-04'],
    [' 9 ', 'Desember', '2001', '2001-12-09'],
    ['9', 'oct', '2001', '2001-10-09'],
    ['29', '2', '2024', '2024-02-29'],
  ])('%s %s %s is %s', (day, month, year, expected) => {
    expect(isoDateOf({ day, month, year })).toBe(expected);
  });

  it.each([
    ['31', '2', '2026'],
    ['29', '2', '2025'],
    ['0', '1', '2026'],
    ['1', '13', '2026'],
    ['1', 'brumaire', '2026'],
    ['1', '1', '26'],
    ['', '', ''],
  ])('%s %s %s is no date', (day, month, year) => {
    expect(isoDateOf({ day, month, year })).toBeNull();
  });

  it('comes back as it was stored', () => {
    const dates = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString().slice(0, 10);
        return isoDateOf(datePartsOf(iso)) === iso;
      }),
    );
  });

  it('is empty when nothing was typed', () => {
    expect(isNoDate(datePartsOf(null))).toBe(true);
    expect(isNoDate({ day: '', month: '5', year: '' })).toBe(false);
  });
});

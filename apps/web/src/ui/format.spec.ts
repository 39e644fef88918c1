import { formatBytes, formatDate, formatDateTime, formatMoney } from './format';

const AT = '2026-11-21T07:05:00Z';

describe('dates, times and amounts in words', () => {
  it.each([
    ['id', 'Asia/Jakarta', '21 November 2026 pukul 14.05 WIB'],
    ['id', 'Asia/Makassar', '21 November 2026 pukul 15.05 WITA'],
    ['id', 'Asia/Jayapura', '21 November 2026 pukul 16.05 WIT'],
    ['en', 'Asia/Jakarta', '21 November 2026 at 14:05 WIB'],
  ] as const)('say an instant in %s for %s: %s', (language, zone, expected) => {
    expect(formatDateTime(AT, language, zone)).toBe(expected);
  });

  it('keep a calendar date whatever the zone', () => {
    expect(formatDate('2026-01-01', 'id', 'long', 'America/Los_Angeles')).toBe('1 Januari 2026');
    expect(formatDate('2026-11-21', 'id', 'short')).toBe('21 Nov 2026');
  });

  it('take the day of an instant where the reader is', () => {
    expect(formatDate('2026-11-20T23:30:00Z', 'en', 'long', 'Asia/Jakarta')).toBe('21 November 2026');
  });

  it.each([
    ['id', 'Rp\u00a01.500.000'],
    ['en', 'Rp\u00a01,500,000'],
  ] as const)('write rupiah without cents in %s', (language, expected) => {
    expect(formatMoney(1_500_000, language)).toBe(expected);
  });

  it('write a size in the unit a person knows', () => {
    expect(formatBytes(2_400_000, 'id')).toBe('2,4\u00a0MB');
    expect(formatBytes(820, 'en')).toBe('0.8\u00a0kB');
  });
});

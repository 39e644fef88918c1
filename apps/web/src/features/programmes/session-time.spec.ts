import { dayOf, instantOf, spanText, typedTime } from './session-time';

describe('times of sessions', () => {
  it.each([
    ['Asia/Jakarta', 'id', '1 Desember 2026, 09.00–12.00 WIB'],
    ['Asia/Makassar', 'id', '1 Desember 2026, 10.00–13.00 WITA'],
    ['Asia/Jayapura', 'en', '1 December 2026, 11:00–14:00 WIT'],
  ] as const)('are said in %s', (zone, language, text) => {
    expect(spanText('2026-12-01T02:00:00Z', '2026-12-01T05:00:00Z', language, zone)).toBe(text);
  });

  it('name both days when they cross midnight there', () => {
    expect(spanText('2026-12-01T15:00:00Z', '2026-12-01T18:00:00Z', 'en', 'Asia/Jakarta')).toBe(
      '1 December 2026, 22:00 – 2 December 2026, 01:00 WIB',
    );
    expect(dayOf('2026-12-01T18:00:00Z', 'Asia/Jakarta')).toBe('2026-12-02');
  });

  it.each([
    ['2026-12-01', '09.30', 'Asia/Jakarta', '2026-12-01T02:30:00.000Z'],
    ['2026-12-01', '9:30', 'Asia/Jayapura', '2026-12-01T00:30:00.000Z'],
    ['2026-12-01', '24.00', 'Asia/Jakarta', null],
    ['2026-12-01', 'half nine', 'Asia/Jakarta', null],
    [null, '09.30', 'Asia/Jakarta', null],
  ])('are read as typed: %s %s in %s', (day, time, zone, instant) => {
    expect(instantOf(day, time, zone)).toBe(instant);
    if (instant) expect(typedTime(instant, zone)).toBe(time.replace(':', '.').padStart(5, '0'));
  });
});

import { noticeHolds, sessionNotice } from './session-end';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.parse('2026-11-21T08:00:00Z');
const ends = (idle: number, absolute: number) => ({
  idle: NOW + idle * MINUTE,
  absolute: NOW + absolute * MINUTE,
});

describe('the end of a session, as its page tells it', () => {
  it.each([
    ['there is time', 30, 720, null],
    ['a moment before the warning', 3.01, 720, null],
    ['three minutes before it has rested too long', 3, 720, 'resting'],
    ['a moment before it has rested too long', 0.01, 720, 'resting'],
    ['it has rested too long', 0, 720, 'ended'],
    ['three minutes before it ends however busy', 30, 3, 'final'],
    ['both ends are near', 2, 2.5, 'final'],
    ['it has lasted as long as it may', 30, 0, 'ended'],
  ])('when %s', (_, idle, absolute, kind) => {
    expect(sessionNotice(ends(idle, absolute), NOW)?.kind ?? null).toBe(kind);
  });

  it('warns at least two minutes before', () => {
    const notice = sessionNotice(ends(2, 720), NOW);
    expect(notice).toEqual({ kind: 'resting', endsAt: NOW + 2 * MINUTE });
  });

  it.each([
    ['until the warning', 10, 720, 7 * MINUTE],
    ['from the warning to the end', 2, 720, 2 * MINUTE],
    ['at most an hour, as computers sleep', 8 * 60, (30 * DAY) / MINUTE, 60 * MINUTE],
  ])('is looked at again %s', (_, idle, absolute, wait) => {
    expect(noticeHolds(ends(idle, absolute), NOW)).toBe(wait);
  });
});

import { powersRose, sessionEnds, sessionHolds, sessionLimits } from './session.policy';

const at = (text: string) => new Date(text);
const opened = at('2026-11-21T00:00:00Z');
const session = {
  createdAt: opened,
  lastSeenAt: at('2026-11-21T08:00:00Z'),
  expiresAt: at('2026-12-21T00:00:00Z'),
};

describe('a session', () => {
  it.each([
    ['a member, a moment before eight hours of rest', false, '2026-11-21T15:59:59Z', true],
    ['a member, after eight hours of rest', false, '2026-11-21T16:00:00Z', false],
    ['an officer, a moment before half an hour of rest', true, '2026-11-21T08:29:59Z', true],
    ['an officer, after half an hour of rest', true, '2026-11-21T08:30:00Z', false],
    ['a member whose session has come to its end', false, '2026-12-21T00:00:00Z', false],
  ])('of %s', (_, officer, now, holds) => {
    expect(sessionHolds(session, officer, at(now))).toBe(holds);
  });

  it('of an officer ends after twelve hours however busy', () => {
    const busy = { ...session, lastSeenAt: at('2026-11-21T11:59:00Z') };
    expect(sessionHolds(busy, true, at('2026-11-21T11:59:59Z'))).toBe(true);
    expect(sessionHolds(busy, true, at('2026-11-21T12:00:00Z'))).toBe(false);
    expect(sessionLimits(true).absolute).toBe(12 * 3_600_000);
  });

  it('tells both of its ends, the nearer of two absolute ones', () => {
    expect(sessionEnds(session, false)).toEqual({
      idle: at('2026-11-21T16:00:00Z'),
      absolute: session.expiresAt,
    });
    expect(sessionEnds(session, true)).toEqual({
      idle: at('2026-11-21T08:30:00Z'),
      absolute: at('2026-11-21T12:00:00Z'),
    });
  });

  it.each([
    ['no powers', null, null, false],
    ['a power from before it was opened', '2026-11-20T00:00:00Z', null, false],
    ['a power that began since', '2026-11-21T01:00:00Z', null, true],
    ['a power that its last renewal already saw', '2026-11-21T01:00:00Z', '2026-11-21T01:00:00Z', false],
    ['a power that began after its last renewal', '2026-11-21T02:00:00Z', '2026-11-21T01:00:00Z', true],
  ])('with %s changes its token: %s', (_, newest, renewed, rose) => {
    const known = { createdAt: opened, renewedAt: renewed === null ? null : at(renewed) };
    expect(powersRose(known, newest === null ? null : at(newest))).toBe(rose);
  });
});

import { codeIn, sessionAtDoor, verdictTone } from './verdict-tone';

describe('the door', () => {
  it.each([
    ['in', 'good'],
    ['already_in', 'bad'],
    ['unknown', 'bad'],
    ['waitlisted', 'warn'],
    ['cancelled', 'warn'],
    ['other_activity', 'warn'],
  ] as const)('shows %s as %s', (verdict, tone) => {
    expect(verdictTone(verdict)).toBe(tone);
  });

  it.each([
    ['AB23-CD45-EF67-GH89', 'AB23-CD45-EF67-GH89'],
    ['https://himpun.test/t/AB23-CD45-EF67-GH89', 'AB23-CD45-EF67-GH89'],
    ['  ab23 cd45 ef67 gh89\n', 'ab23 cd45 ef67 gh89'],
  ])('reads %p', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it('stands at the session that is on or next, and at the last when all are over', () => {
    const sessions = [
      { id: 'one', startsAt: '2026-12-01T02:00:00Z', endsAt: '2026-12-01T04:00:00Z' },
      { id: 'two', startsAt: '2026-12-02T02:00:00Z', endsAt: '2026-12-02T04:00:00Z' },
    ];
    const at = (now: string) => sessionAtDoor(sessions, new Date(now))?.id;
    expect([at('2026-12-01T00:00:00Z'), at('2026-12-01T05:00:00Z'), at('2027-01-01T00:00:00Z')]).toEqual([
      'one',
      'two',
      'two',
    ]);
  });
});

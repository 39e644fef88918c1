import { endsSoon, ownState, toneOf } from './own-credential-state';

const own = (change: Partial<Parameters<typeof ownState>[0]>) =>
  ownState({
    credential: { state: 'presented' },
    renewal: null,
    isOver: false,
    standing: 'confirmed',
    ...change,
  });

describe('how one’s own credential stands', () => {
  it.each([
    ['confirmed', {}, 'confirmed', 'good'],
    ['confirmed, but over', { isOver: true }, 'over', 'bad'],
    [
      'over and renewed',
      { isOver: true, renewal: { credentialId: 'b', state: 'confirmed' } },
      'renewed',
      'info',
    ],
    [
      'over, its renewal being checked',
      { isOver: true, renewal: { credentialId: 'b', state: 'checking' } },
      'over',
      'bad',
    ],
    ['with an officer', { standing: 'needs_person' }, 'needs_person', 'waiting'],
    ['not sent in yet', { credential: { state: 'draft' }, standing: 'unchecked' }, 'draft', 'info'],
  ] as const)('%s', (_, change, state, tone) => {
    expect(own(change)).toBe(state);
    expect(toneOf(own(change))).toBe(tone);
  });

  it.each([
    ['2026-12-11', true],
    ['2026-01-01', true],
    ['2027-06-01', false],
    [null, false],
  ])('ends soon on %s: %s', (lastDay, soon) => {
    expect(endsSoon(lastDay, Date.parse('2026-11-21'))).toBe(soon);
  });
});

import { cardState, cardValidUntil } from './card-check.policy';

const SINCE = new Date('2026-01-01T00:00:00Z');
const UNTIL = new Date('2027-01-01T00:00:00Z');

describe('what a stranger is told of a member card', () => {
  it.each([
    ['active', 'valid'],
    ['grace', 'valid'],
    ['lapsed', 'expired'],
    ['resigned', 'expired'],
    ['transferred', 'expired'],
    ['deceased', 'expired'],
    ['leave', 'suspended'],
    ['suspended', 'suspended'],
    ['none', 'suspended'],
    ['expelled', 'revoked'],
  ] as const)('%s reads %s', (status, state) => {
    expect(cardState({ status })).toBe(state);
  });

  it('ends when the standing that it rests on ends, or ended when a worse one began', () => {
    expect(cardValidUntil({ status: 'active', since: SINCE, until: UNTIL })).toBe(UNTIL);
    expect(cardValidUntil({ status: 'lapsed', since: SINCE, until: null })).toBe(SINCE);
  });
});

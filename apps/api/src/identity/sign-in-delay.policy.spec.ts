import { FREE_PER_ACCOUNT, FREE_PER_NETWORK, signInDelay } from './sign-in-delay.policy';

describe('the wait after failed sign-ins', () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [10, 32],
    [15, 900],
    [1_000_000, 900],
  ])('of one account is, after %i failures, %i seconds', (failures, seconds) => {
    expect(signInDelay(failures, FREE_PER_ACCOUNT)).toBe(seconds);
  });

  it('of one network begins at fifty', () => {
    expect([49, 50, 51].map((failures) => signInDelay(failures, FREE_PER_NETWORK))).toEqual([0, 1, 2]);
  });
});

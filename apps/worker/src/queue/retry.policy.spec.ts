import { retryPause } from './retry.policy';

describe('the pause before the next try', () => {
  it.each([
    ['the first', 1, 500, 1_000],
    ['the fourth', 4, 4_000, 8_000],
    ['the eighth', 8, 64_000, 128_000],
    ['the thirtieth', 30, 300_000, 600_000],
  ])('after %s failure lies between half and the whole of a doubling time', (_, made, least, most) => {
    expect(retryPause(made, new Error('down'), 0)).toBe(least);
    expect(retryPause(made, new Error('down'), 1)).toBe(most);
  });

  it('is at least what the error asks for, and an hour at most', () => {
    expect(retryPause(1, Object.assign(new Error('busy'), { retryAfterMs: 30_000 }), 0.5)).toBe(30_000);
    expect(retryPause(1, Object.assign(new Error('busy'), { retryAfterMs: 9e9 }), 0.5)).toBe(3_600_000);
    expect(retryPause(5, Object.assign(new Error('busy'), { retryAfterMs: 10 }), 1)).toBe(16_000);
    expect(retryPause(1, null, 0)).toBe(500);
  });
});

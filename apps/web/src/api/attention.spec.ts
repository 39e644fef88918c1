import { isAttended, noteAttention } from './attention';

describe('a page', () => {
  it.each([
    [0, true],
    [59_999, true],
    [60_000, false],
    [3_600_000, false],
  ])('%s ms after the last sign of a person is attended: %s', (passed, attended) => {
    noteAttention(1_000_000);
    expect(isAttended(1_000_000 + passed)).toBe(attended);
  });
});

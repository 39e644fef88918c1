import { noteFaults, placeFaults } from './pinned-note.policy';

describe('a note pinned on a page', () => {
  it.each([
    ['in the middle', { page: 1, x: 0.5, y: 0.5 }, 0],
    ['at a corner', { page: 9, x: 0, y: 1 }, 0],
    ['beside the page', { page: 1, x: 1.01, y: 0.5 }, 1],
    ['above the page', { page: 1, x: 0.5, y: -0.01 }, 1],
    ['nowhere', { page: 1, x: Number.NaN, y: 0.5 }, 1],
    ['before the first page', { page: 0, x: 0.5, y: 0.5 }, 1],
    ['between two pages', { page: 1.5, x: 0.5, y: 0.5 }, 1],
  ])('%s', (_, place, faults) => {
    expect(placeFaults(place)).toHaveLength(faults);
  });

  it.each([
    ['  ', 1],
    ['Cap tidak terbaca', 0],
    ['x'.repeat(2_001), 1],
  ])('that says %j', (text, faults) => {
    expect(noteFaults(text)).toHaveLength(faults);
  });
});

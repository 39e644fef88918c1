import { stepped, turned, unturned } from './place';

describe('a place on a page', () => {
  const corner = { x: 0.1, y: 0.2 };

  it.each([
    [0, { x: 0.1, y: 0.2 }],
    [90, { x: 0.8, y: 0.1 }],
    [180, { x: 0.9, y: 0.8 }],
    [270, { x: 0.2, y: 0.9 }],
  ])('turned by %d degrees, and back', (degrees, expected) => {
    const seen = turned(corner, degrees);
    expect(seen.x).toBeCloseTo(expected.x);
    expect(seen.y).toBeCloseTo(expected.y);
    const back = unturned(seen, degrees);
    expect([back.x, back.y].map((share) => Number(share.toFixed(6)))).toEqual([0.1, 0.2]);
  });

  it.each([
    ['ArrowRight', false, { x: 0.51, y: 0.5 }],
    ['ArrowUp', true, { x: 0.5, y: 0.45 }],
    ['Enter', false, null],
  ])('moved by %s', (key, isLarge, expected) => {
    expect(stepped({ x: 0.5, y: 0.5 }, key, isLarge)).toEqual(expected);
  });

  it('does not leave the page', () => {
    expect(stepped({ x: 1, y: 0 }, 'ArrowRight', true)).toEqual({ x: 1, y: 0 });
  });
});

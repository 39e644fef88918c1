import { refuseDeepNesting } from './input-shape';

const nested = (depth: number): unknown => JSON.parse('{"a":['.repeat(depth) + ']}'.repeat(depth));

describe('the depth of a body', () => {
  it.each([null, 'text', {}, [{ a: [1, 2, { b: null }] }], nested(15)])('may be usual', (body) => {
    expect(() => refuseDeepNesting(body)).not.toThrow();
  });

  it.each([17, 5_000, 50_000])('of %i pairs is refused', (depth) => {
    expect(() => refuseDeepNesting(nested(depth))).toThrow('request.malformed');
  });
});

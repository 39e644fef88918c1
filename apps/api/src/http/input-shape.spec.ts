import { refuseHostileShape } from './input-shape';

const nested = (depth: number): unknown => JSON.parse('{"a":['.repeat(depth) + ']}'.repeat(depth));

describe('the depth of a body', () => {
  it.each([null, 'text', {}, [{ a: [1, 2, { b: null }] }], nested(15)])('may be usual', (body) => {
    expect(() => refuseHostileShape(body)).not.toThrow();
  });

  it.each([17, 5_000, 50_000])('of %i pairs is refused', (depth) => {
    expect(() => refuseHostileShape(nested(depth))).toThrow('request.malformed');
  });
});

describe('the names in a body', () => {
  it.each(['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
    'are refused when every object has one: %s',
    (key) => {
      expect(() => refuseHostileShape({ a: [{ [key]: 'x' }] })).toThrow('request.invalid');
    },
  );
});

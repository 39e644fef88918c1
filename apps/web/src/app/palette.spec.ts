import fc from 'fast-check';
import { contrast, isHexColour, shadesOf } from './palette';

const DARK_SURFACE = '#232a2b';
const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the shades of an association’s colour', () => {
  it('keep white text on a filled button readable, whatever the colour', () => {
    fc.assert(fc.property(anyColour, (hex) => contrast(shadesOf(hex)[8], '#ffffff') >= 4.5));
  });

  it('keep a link on a dark surface readable, whatever the colour', () => {
    fc.assert(fc.property(anyColour, (hex) => contrast(shadesOf(hex)[3], DARK_SURFACE) >= 4.5));
  });

  it('grow darker from first to last', () => {
    fc.assert(
      fc.property(anyColour, (hex) => {
        const onWhite = shadesOf(hex).map((shade) => contrast(shade, '#ffffff'));
        return onWhite.every((value, shade) => shade === 0 || value > (onWhite[shade - 1] ?? 0) - 0.01);
      }),
    );
  });

  it.each([
    ['#0b5d57', true],
    ['#FFF', false],
    ['teal', false],
    ['#0b5d57;}', false],
  ])('take %s as a colour: %s', (text, expected) => {
    expect(isHexColour(text)).toBe(expected);
  });
});

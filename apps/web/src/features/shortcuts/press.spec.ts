import { follow, pressName, type Press } from './press';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the name of a press', () => {
  it.each([
    [press('j'), 'j'],
    [press('?', { shiftKey: true }), '?'],
    [press('K', { ctrlKey: true, shiftKey: true }), 'mod+k'],
    [press('k', { metaKey: true }), 'mod+k'],
    [press('Enter', { ctrlKey: true }), 'mod+enter'],
    [press('J', { shiftKey: true }), null],
    [press('j', { altKey: true }), null],
  ])('%o is %s', (pressed, name) => {
    expect(pressName(pressed)).toBe(name);
  });
});

describe('presses one after another', () => {
  const known = ['j', 'g q', 'g h', 'q'];

  it.each([
    [null, 'j', { keys: 'j', begun: null }],
    [null, 'g', { keys: null, begun: 'g' }],
    ['g', 'q', { keys: 'g q', begun: null }],
    ['g', 'j', { keys: 'j', begun: null }],
    ['g', 'g', { keys: null, begun: 'g' }],
    [null, 'x', { keys: null, begun: null }],
  ])('after %s, %s', (begun, pressed, step) => {
    expect(follow(begun, pressed, known)).toEqual(step);
  });
});

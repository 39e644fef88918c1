import { offer, offered, shortcutFor } from './registry';

const set = (title: string, keys: string) => () => ({
  title,
  shortcuts: [{ keys, label: `${title} ${keys}`, run: () => undefined }],
});

describe('what is offered', () => {
  it('gives a page its own meaning of a key of everywhere, whichever came first', () => {
    const takenAway = [offer(set('list', '/')), offer(set('everywhere', '/'), true)];
    expect(offered().map(({ title }) => title)).toEqual(['everywhere', 'list']);
    expect(shortcutFor('/')?.label).toBe('list /');
    takenAway[0]?.();
    expect(shortcutFor('/')?.label).toBe('everywhere /');
    takenAway[1]?.();
    expect(shortcutFor('/')).toBeUndefined();
  });
});

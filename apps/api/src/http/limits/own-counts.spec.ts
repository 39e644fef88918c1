import { OwnCounts } from './own-counts';

describe('the counts of one process', () => {
  it('run for a period from their first, and then begin anew', () => {
    const counts = new OwnCounts();
    expect(counts.add('a', 1, 1_000, 0)).toEqual({ count: 1, msLeft: 1_000 });
    expect(counts.add('a', 1, 9_000, 400)).toEqual({ count: 2, msLeft: 600 });
    expect(counts.add('b', 1, 1_000, 400).count).toBe(1);
    expect(counts.get('a', 999)).toEqual({ count: 2, msLeft: 1 });
    expect(counts.get('a', 1_000).count).toBe(0);
    expect(counts.add('a', 1, 500, 1_000)).toEqual({ count: 1, msLeft: 500 });
  });

  it('can be taken back, set, forgotten, and told when they end; never below nothing', () => {
    const counts = new OwnCounts();
    expect(counts.add('a', -1, 1_000, 0).count).toBe(0);
    counts.set('a', 9, 1_000, 0);
    expect(counts.add('a', -1, 1_000, 10)).toEqual({ count: 8, msLeft: 990 });
    counts.endsIn('a', 50, 10);
    expect(counts.get('a', 20)).toEqual({ count: 8, msLeft: 40 });
    counts.forget('a');
    expect(counts.get('a', 20).count).toBe(0);
  });

  it('let go of the key that was not seen for longest', () => {
    const counts = new OwnCounts(2);
    for (const key of ['a', 'b', 'a', 'c']) counts.add(key, 1, 1_000, 0);
    expect(['a', 'b', 'c'].map((key) => counts.get(key, 1).count)).toEqual([2, 0, 1]);
  });
});

import { Batches } from './batches';

describe('batches', () => {
  /** Work that doubles numbers and remembers who came together; `gate` lets it end. */
  function doubling(most: number) {
    const seen: number[][] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const batches = new Batches<number, number>(async (items) => {
      seen.push(items);
      await gate;
      if (items.includes(13)) throw new Error('unlucky');
      return items.map((item) => item * 2);
    }, most);
    return { batches, seen, open: () => open() };
  }

  it('serve who comes alone at once, and the others together, in the order of their coming', async () => {
    const { batches, seen, open } = doubling(10);
    const results = Promise.all([1, 2, 3, 4].map((item) => batches.add('one', item)));
    open();
    expect(await results).toEqual([2, 4, 6, 8]);
    expect(seen).toEqual([[1], [2, 3, 4]]);
    expect(await batches.add('one', 5)).toBe(10);
  });

  it('have a limit, and do not mix keys', async () => {
    const { batches, seen, open } = doubling(2);
    const results = [1, 2, 3, 4].map((item) => batches.add('one', item));
    results.push(batches.add('two', 9));
    open();
    expect(await Promise.all(results)).toEqual([2, 4, 6, 8, 18]);
    expect(seen).toEqual(expect.arrayContaining([[1], [2, 3], [4], [9]]));
  });

  it('fail together, and go on with the next', async () => {
    const { batches, open } = doubling(10);
    const results = Promise.allSettled([1, 13, 3].map((item) => batches.add('one', item)));
    open();
    expect((await results).map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await batches.add('one', 4)).toBe(8);
  });
});

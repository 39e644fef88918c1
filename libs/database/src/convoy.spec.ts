import { Convoy } from './convoy';

describe('a convoy', () => {
  /** Doubles numbers; each statement ends when the test says so. */
  function doubling(most?: number, refused?: number) {
    const loads: number[][] = [];
    const ends: (() => void)[] = [];
    const convoy = new Convoy<number, number>(async (items) => {
      loads.push([...items]);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (refused !== undefined && items.includes(refused))
        throw Object.assign(new Error(`refused ${refused}`), { code: '23505' });
      return items.map((item) => item * 2);
    }, most);
    const next = async (): Promise<void> => {
      while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { convoy, loads, next };
  }

  it('takes those who came meanwhile along in its next journey, each with an answer of its own', async () => {
    const { convoy, loads, next } = doubling();
    const first = [convoy.send(1), convoy.send(2)];
    await new Promise((resolve) => setImmediate(resolve));
    const second = [convoy.send(3), convoy.send(4), convoy.send(5)];
    await next();
    expect(await Promise.all(first)).toEqual([2, 4]);
    await next();
    expect(await Promise.all(second)).toEqual([6, 8, 10]);
    expect(loads).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    const later = convoy.send(6);
    await next();
    expect(await later).toBe(12);
  });

  it('is never longer than it may be', async () => {
    const { convoy, loads, next } = doubling(2);
    const all = Promise.all([1, 2, 3, 4, 5].map((item) => convoy.send(item)));
    for (let journey = 1; journey <= 3; journey += 1) await next();
    expect(await all).toEqual([2, 4, 6, 8, 10]);
    expect(loads).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('lets what the database refuses fail alone', async () => {
    const { convoy, loads, next } = doubling(10, 2);
    const sent = [1, 2, 3].map((item) => convoy.send(item));
    const ends = Promise.allSettled(sent);
    for (let journey = 1; journey <= 4; journey += 1) await next();
    expect((await ends).map((end) => (end.status === 'fulfilled' ? end.value : 'refused'))).toEqual([
      2,
      'refused',
      6,
    ]);
    expect(loads).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it.each([
    ['the connection is lost', undefined],
    ['the database is shut down', '57P01'],
  ])('that did not arrive because %s fails for all at once, and the next one goes', async (_, code) => {
    let isAway = true;
    let journeys = 0;
    const convoy = new Convoy<number, number>((items) => {
      journeys += 1;
      return isAway ? Promise.reject(Object.assign(new Error('away'), { code })) : Promise.resolve(items);
    });
    const ends = await Promise.allSettled([convoy.send(1), convoy.send(2)]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(journeys).toBe(1);
    isAway = false;
    expect(await convoy.send(3)).toBe(3);
  });
});

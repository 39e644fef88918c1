import { Turns } from './turns';

describe('turns', () => {
  it('lets so many work at a time, in the order of their coming', async () => {
    const turns = new Turns(2);
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const works = [1, 2, 3, 4].map((number) =>
      turns.take(() => {
        begun.push(number);
        return new Promise<void>((resolve) => ends.push(resolve));
      }),
    );
    expect(begun).toEqual([1, 2]);
    ends[1]?.();
    await works[1];
    expect(begun).toEqual([1, 2, 3]);
    ends[0]?.();
    ends[2]?.();
    await Promise.all([works[0], works[2]]);
    expect(begun).toEqual([1, 2, 3, 4]);
    ends[3]?.();
    await works[3];
  });

  it('hands the turn on when the work fails', async () => {
    const turns = new Turns(1);
    const failing = turns.take(() => Promise.reject(new Error('no answer')));
    const next = turns.take(() => Promise.resolve('answered'));
    await expect(failing).rejects.toThrow('no answer');
    await expect(next).resolves.toBe('answered');
    await expect(turns.take(() => Promise.resolve('later'))).resolves.toBe('later');
  });
});

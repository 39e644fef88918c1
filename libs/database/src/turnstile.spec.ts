import { Turnstile } from './turnstile';

/** A task that a test ends by hand. */
function task(log: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    end: () => end(),
    run: async () => {
      log.push(name);
      await ended;
      return name;
    },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the turnstile', () => {
  it('lets in as many as it is wide, the others in the order of their coming', async () => {
    const turnstile = new Turnstile(2);
    const log: string[] = [];
    const tasks = ['a', 'b', 'c', 'd'].map((name) => task(log, name));
    const results = Promise.all(tasks.map((each) => turnstile.pass('one', each.run)));
    await turn();
    expect(log).toEqual(['a', 'b']);
    tasks[1]?.end();
    await turn();
    expect(log).toEqual(['a', 'b', 'c']);
    for (const each of tasks) each.end();
    expect(await results).toEqual(['a', 'b', 'c', 'd']);
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps nobody waiting for another activity', async () => {
    const turnstile = new Turnstile(1);
    const log: string[] = [];
    const [here, there] = [task(log, 'here'), task(log, 'there')];
    const both = [turnstile.pass('one', here.run), turnstile.pass('two', there.run)];
    await turn();
    expect(log).toEqual(['here', 'there']);
    here.end();
    there.end();
    await Promise.all(both);
  });

  it('lets those go whose patience ends, and the next in line still gets in', async () => {
    const turnstile = new Turnstile(1, 20);
    const log: string[] = [];
    const first = task(log, 'first');
    const inside = turnstile.pass('one', first.run);
    await expect(turnstile.pass('one', () => Promise.resolve('late'))).rejects.toThrow('timeout exceeded');
    const next = turnstile.pass('one', () => Promise.resolve('next'));
    first.end();
    expect(await Promise.all([inside, next])).toEqual(['first', 'next']);
    expect(await turnstile.pass('one', () => Promise.resolve('again'))).toBe('again');
  });

  it('goes on after a failure, and hands it to whoever asked', async () => {
    const turnstile = new Turnstile(1);
    const failing = turnstile.pass('one', () => Promise.reject(new Error('broken')));
    const next = turnstile.pass('one', () => Promise.resolve('fine'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('fine');
    expect(await turnstile.pass('one', () => Promise.resolve('again'))).toBe('again');
  });
});

import { Problem } from '../../api/problem';
import { Autosaver, type Keeper } from './autosaver';

type Save = (value: string, version: number) => Promise<{ version: number }>;

const refused = (status: number) => new Problem({ status, code: `http.${status}` });

function autosaver(save: Save) {
  const kept: Keeper<string> & { value: string | null } = {
    value: null,
    keep: (value) => void (kept.value = value),
    forget: () => void (kept.value = null),
  };
  return { saver: new Autosaver<string>({ version: 1, save, keeper: kept }), kept };
}

describe('saving while a person types', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits for a pause, then sends the newest text once, with the version it rests on', async () => {
    const save = jest.fn<ReturnType<Save>, Parameters<Save>>(() => Promise.resolve({ version: 2 }));
    const { saver, kept } = autosaver(save);
    saver.change('S');
    saver.change('Su');
    saver.change('Surabaya');
    expect(save).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(save.mock.calls).toEqual([['Surabaya', 1]]);
    expect(saver.read().status).toBe('saved');
    expect(kept.value).toBeNull();
    saver.change('Sidoarjo');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(save.mock.calls[1]).toEqual(['Sidoarjo', 2]);
  });

  it('never sends two requests at once, and sends what was typed meanwhile afterwards', async () => {
    let answer: (saved: { version: number }) => void = () => undefined;
    const save = jest.fn<ReturnType<Save>, Parameters<Save>>(
      () => new Promise((resolve) => (answer = resolve)),
    );
    const { saver } = autosaver(save);
    saver.change('one');
    await jest.advanceTimersByTimeAsync(2_000);
    saver.change('two');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(save).toHaveBeenCalledTimes(1);
    answer({ version: 2 });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(save.mock.calls[1]).toEqual(['two', 2]);
  });

  it('keeps the text and tries again while the server is away', async () => {
    const save = jest.fn<ReturnType<Save>, Parameters<Save>>(() => Promise.reject(refused(0)));
    const { saver, kept } = autosaver(save);
    saver.change('typed on a train');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(saver.read().status).toBe('waiting');
    expect(kept.value).toBe('typed on a train');
    save.mockResolvedValue({ version: 2 });
    await jest.advanceTimersByTimeAsync(3_000);
    expect(saver.read().status).toBe('saved');
    expect(kept.value).toBeNull();
  });

  it('stops at a conflict until the person chooses, and loses neither text', async () => {
    const save = jest.fn<ReturnType<Save>, Parameters<Save>>(() => Promise.reject(refused(409)));
    const { saver, kept } = autosaver(save);
    saver.change('mine');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(saver.read().status).toBe('conflict');
    saver.change('mine, longer');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(kept.value).toBe('mine, longer');
    save.mockResolvedValue({ version: 8 });
    await saver.keepMine(7);
    expect(save.mock.calls[1]).toEqual(['mine, longer', 7]);
    expect(saver.read().status).toBe('saved');
  });

  it('forgets the own text when the stored one is taken', async () => {
    const save = jest.fn<ReturnType<Save>, Parameters<Save>>(() => Promise.reject(refused(409)));
    const { saver, kept } = autosaver(save);
    saver.change('mine');
    await jest.advanceTimersByTimeAsync(2_000);
    saver.takeTheirs(7);
    expect(kept.value).toBeNull();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('says what the server refused, and tries again only with a new text', async () => {
    const save = jest.fn<ReturnType<Save>, Parameters<Save>>(() => Promise.reject(refused(422)));
    const { saver } = autosaver(save);
    saver.change('x'.repeat(5));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(saver.read()).toMatchObject({ status: 'refused', problem: { code: 'http.422' } });
    save.mockResolvedValue({ version: 2 });
    saver.change('y');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(saver.read().status).toBe('saved');
  });
});

import { PinoLogger, newLog } from './pino-logger';

describe('the log', () => {
  const lines: string[] = [];
  let write: jest.SpyInstance;
  beforeEach(() => {
    lines.splice(0);
  });
  afterEach(() => write.mockRestore());

  const logged = (say: (logger: PinoLogger) => void): Record<string, unknown>[] => {
    const log = newLog('info');
    const symbol = Object.getOwnPropertySymbols(log).find(
      (one) => one.description === 'pino.stream',
    ) as symbol;
    const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[symbol];
    write = jest
      .spyOn(stream as { write(line: string): void }, 'write')
      .mockImplementation((line) => void lines.push(line));
    say(new PinoLogger(log));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it('hides secrets wherever they turn up', () => {
    logged((logger) => {
      logger.log({
        password: 'PLANTED',
        body: { token: 'PLANTED' },
        a: { b: { cookie: 'PLANTED' } },
        email: 'PLANTED',
      });
    });
    expect(lines.join('')).not.toContain('PLANTED');
    expect(lines).toHaveLength(1);
  });

  it('keeps statements and their values out of what it says about an error', () => {
    const failure = Object.assign(new Error('refused'), {
      query: 'SELECT PLANTED',
      parameters: ['PLANTED'],
      code: '23505',
    });
    const [line] = logged((logger) => logger.error({ err: failure, reference: 'r-1' }));
    expect(lines.join('')).not.toContain('PLANTED');
    expect(line).toMatchObject({ reference: 'r-1', err: { message: 'refused', code: '23505' } });
  });

  it('cannot be given a second line by what somebody typed', () => {
    logged((logger) => logger.warn('name\n{"level":30,"msg":"forged"}\r\n'));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd().split(/[\r\n]/)).toHaveLength(1);
  });
});

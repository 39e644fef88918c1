import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { IsString } from 'class-validator';
import { DomainError } from '@himpun/kernel';
import { Allow } from '../../../../apps/api/src/http/allow';
import { startApi, type TestApp } from '../../../support/app';
import { signedIn, TestClient } from '../../../support/client';
import { tcpProxy, type TcpProxy } from '../../../support/tcp-proxy';

class LetterDto {
  @IsString()
  text: string;
}

/** Letters posted, in order; a letter `refused` is not. */
const posted: string[] = [];
/** Lets a test hold the work up while others come. */
let mayGoOn = Promise.resolve();

@Allow()
@Controller()
class LettersController {
  @Post('letters')
  async post(@Body() { text }: LetterDto): Promise<{ number: number }> {
    if (text === 'refused') throw new DomainError('letter.closed', { id: 'Tutup.', en: 'Closed.' });
    await mayGoOn;
    return { number: posted.push(text) };
  }

  @HttpCode(204)
  @Post('quiet-letters')
  quietly(@Body() { text }: LetterDto): void {
    posted.push(text);
  }
}

describe('a request with an Idempotency-Key (rows 4 to 6)', () => {
  let api: TestApp;
  let ana: TestClient;
  let proxy: TcpProxy;
  beforeAll(async () => {
    api = await startApi({}, [LettersController]);
    ana = await signedIn(api);
    proxy = await tcpProxy(api.url);
  });
  beforeEach(() => posted.splice(0));
  afterAll(async () => {
    await proxy.close();
    await api.close();
  });

  const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });

  it('happens once, however often it is repeated, and answers the same', async () => {
    const headers = key();
    const first = await ana.post('/api/letters', { text: 'one' }, headers);
    expect(first).toMatchObject({ status: 201, body: { number: 1 } });
    for (let again = 0; again < 10; again += 1) {
      const answer = await ana.post('/api/letters', { text: 'one' }, headers);
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 201, body: { number: 1 } });
      expect(answer.headers.get('idempotent-replayed')).toBe('true');
    }
    expect(posted).toEqual(['one']);
  });

  it('happens once when ten come at the same moment; those that come too early are told to wait', async () => {
    const headers = key();
    let goOn = (): void => undefined;
    mayGoOn = new Promise((resolve) => (goOn = resolve));
    let early = 0;
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const answer = await ana.post('/api/letters', { text: 'parallel' }, headers);
        early += 1;
        if (early === 9) goOn();
        return answer;
      }),
    );
    expect(posted).toEqual(['parallel']);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body, headers: said } of answers.filter((answer) => answer.status !== 201)) {
      expect({ status, code: body['code'] }).toEqual({ status: 409, code: 'idempotency_key.in_progress' });
      expect(said.get('retry-after')).toBe('1');
    }
  });

  it('happens twice without a key, which shows that the key is what holds', async () => {
    await Promise.all([ana.post('/api/letters', { text: 'a' }), ana.post('/api/letters', { text: 'a' })]);
    expect(posted).toHaveLength(2);
  });

  it('is answered from memory when the first answer got lost on its way', async () => {
    const headers = key();
    const farAway = new TestClient({ url: proxy.url }, ana.cookie);
    proxy.cutAnswers(true);
    await expect(farAway.post('/api/letters', { text: 'lost' }, headers)).rejects.toThrow();
    await proxy.answerWasCut();
    proxy.cutAnswers(false);
    const again = await farAway.post('/api/letters', { text: 'lost' }, headers);
    expect(again).toMatchObject({ status: 201, body: { number: 1 } });
    expect(posted).toEqual(['lost']);
  });

  it('keeps an answer without content too', async () => {
    const headers = key();
    await ana.post('/api/quiet-letters', { text: 'quiet' }, headers);
    const again = await ana.post('/api/quiet-letters', { text: 'quiet' }, headers);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([204, 'true']);
    expect(posted).toEqual(['quiet']);
  });

  it('is refused with the same key and other content', async () => {
    const headers = key();
    await ana.post('/api/letters', { text: 'mine' }, headers);
    expect(await ana.post('/api/letters', { text: 'changed' }, headers)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key.mismatch' },
    });
    expect(posted).toEqual(['mine']);
  });

  it('is its own for each person and route', async () => {
    const headers = key();
    const ben = await signedIn(api);
    await ana.post('/api/letters', { text: 'hers' }, headers);
    expect((await ben.post('/api/letters', { text: 'his' }, headers)).status).toBe(201);
    expect((await ana.post('/api/quiet-letters', { text: 'elsewhere' }, headers)).status).toBe(204);
    expect(posted).toEqual(['hers', 'his', 'elsewhere']);
  });

  it('keeps no refusal: corrected, it may come again with the same key', async () => {
    const headers = key();
    expect((await ana.post('/api/letters', { text: 5 }, headers)).status).toBe(400);
    expect((await ana.post('/api/letters', { text: 'refused' }, headers)).status).toBe(409);
    expect((await ana.post('/api/letters', { text: 'good now' }, headers)).status).toBe(201);
  });

  it('is taken over when the process that began it is gone', async () => {
    const headers = key();
    await api.db.query(
      `INSERT INTO idempotency_keys (account_id, route, key, request_hash, created_at)
       SELECT account_id, route, $1, request_hash, $2 FROM idempotency_keys ORDER BY created_at LIMIT 1`,
      [headers['Idempotency-Key'], api.clock.now()],
    );
    expect((await ana.post('/api/letters', { text: 'one' }, headers)).status).toBe(409);
    api.clock.advance(61_000);
    expect((await ana.post('/api/letters', { text: 'one' }, headers)).status).toBe(201);
  });

  it.each([
    ['empty', ''],
    ['of 256 characters', 'k'.repeat(256)],
  ])('is refused with a key that is %s', async (_, value) => {
    const answer = await ana.post('/api/letters', { text: 'x' }, { 'Idempotency-Key': value });
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency_key.invalid' } });
    expect(posted).toEqual([]);
  });
});

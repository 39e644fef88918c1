import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Controller, Get } from '@nestjs/common';
import { fastifyAdapter } from '../../../../apps/api/src/create-app';
import { Public } from '../../../../apps/api/src/http/allow';
import { startApi, type TestApp } from '../../../support/app';
import { stranger } from '../../../support/client';
import { exchangeRaw, parseRaw } from '../../../support/raw-http';

const HEAD = 'Host: himpun.test\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n';
const request = (line: string, headers = '', body = '') =>
  `${line} HTTP/1.1\r\n${HEAD}${headers}${body ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : ''}\r\n${body}`;
const json = (body: string) => request('POST /api/session', 'Content-Type: application/json\r\n', body);
const typed = (type: string, body: string) => request('POST /api/session', `Content-Type: ${type}\r\n`, body);

/** Something that takes a while, told when it began. */
let begun = (): void => undefined;
let mayEnd: Promise<void> = Promise.resolve();
@Controller('slow')
class SlowController {
  @Public()
  @Get()
  async show(): Promise<{ done: boolean }> {
    begun();
    await mayEnd;
    return { done: true };
  }
}

describe('a broken request is answered with a problem document', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it.each([
    ['an address that is no text', request('GET /api/%zz'), 400, 'request.malformed'],
    ['an address that is not UTF-8', request('GET /api/sessions/%E0%A4%A'), 400, 'request.malformed'],
    [
      'an endless part of an address',
      request(`DELETE /api/sessions/${'a'.repeat(600)}`),
      414,
      'request.uri_too_long',
    ],
    [
      'endless headers',
      request('GET /api/session', `X-A: ${'a'.repeat(20_000)}\r\n`),
      431,
      'request.headers_too_long',
    ],
    ['what is not HTTP', 'HELLO\r\n\r\n', 400, 'request.malformed'],
    [
      'a length that is not true',
      `POST /api/session HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{"a":1}`,
      400,
      'request.malformed',
    ],
    ['XML', typed('application/xml', '<a/>'), 415, 'request.unsupported'],
    ['JSON called text', typed('text/plain', '{}'), 415, 'request.unsupported'],
    ['a form', typed('application/x-www-form-urlencoded', 'email=a'), 415, 'request.unsupported'],
    ['a body of no type', request('POST /api/session', '', 'a=b'), 415, 'request.unsupported'],
    ['half an upload', typed('multipart/form-data; boundary=x', '--x'), 400, 'request.invalid'],
    ['broken JSON', json('{"email":'), 400, 'request.malformed'],
    ['a list instead of an object', json('[]'), 400, 'request.invalid'],
    ['a bare number', json('1'), 400, 'request.invalid'],
    ['null', json('null'), 400, 'request.invalid'],
    ['half a million brackets', json('['.repeat(250_000) + ']'.repeat(250_000)), 400, 'request.malformed'],
    [
      'five thousand objects in each other',
      json('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)),
      400,
      'request.malformed',
    ],
    ['NUL', json('{"email":"a\\u0000@example.org","password":"x"}'), 400, 'request.invalid'],
    ['half a character', json('{"email":"\\ud800@example.org","password":"x"}'), 400, 'request.invalid'],
    ['the prototype', json('{"__proto__":{"role":"chair"}}'), 400, 'request.malformed'],
    ['the constructor', json('{"constructor":{"prototype":{"role":"chair"}}}'), 400, 'request.malformed'],
    ['two megabytes', json(JSON.stringify({ email: 'x'.repeat(2_000_000) })), 413, 'request.too_large'],
    ['the wrong method', request('PUT /api/branding'), 405, 'route.not_allowed'],
    ['a method nobody uses', request('PROPFIND /api/branding'), 405, 'route.not_allowed'],
    ['a path out of the house', request('GET /api/../../etc/passwd'), 404, 'route.not_found'],
  ])('%s', async (_, bytes, status, code) => {
    const answer = parseRaw(await exchangeRaw(api.url, bytes));
    expect({ status: answer.status, type: answer.type }).toEqual({
      status,
      type: 'application/problem+json; charset=utf-8',
    });
    const problem = JSON.parse(answer.body) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, code, title: expect.any(String), reference: expect.any(String) });
    expect(answer.body).not.toMatch(/node_modules|FST_|SyntaxError|at \w+ \(/);
  });

  it('says which methods an address takes', async () => {
    expect((await stranger(api).put('/api/branding', {})).headers.get('allow')).toBe('GET, HEAD');
  });

  it('names the one reason that helps for each field', async () => {
    const { body } = await stranger(api).post('/api/accounts', {
      email: 5,
      locale: 'fr',
      acceptTerms: false,
      fullName: ' ',
    });
    expect(body).toMatchObject({
      reasons: [
        { field: 'fullName', code: 'is_person_name' },
        { field: 'email', code: expect.stringMatching(/^(is_email|max_length)$/) },
        { field: 'password', code: 'is_not_empty', message: 'Fill this in.' },
        { field: 'locale', code: 'is_in' },
        { field: 'acceptTerms', code: 'equals' },
      ],
    });
  });
});

describe('a body that does not come', () => {
  it('is waited for so long and no longer', async () => {
    const server = fastifyAdapter([], 300).getInstance();
    server.post('/', async () => 'reached');
    const url = await server.listen({ port: 0, host: '127.0.0.1' });
    const bytes = `POST / HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{"a"`;
    const answer = parseRaw(await exchangeRaw(url, bytes));
    await server.close();
    expect(answer).toMatchObject({ status: 408, body: expect.stringContaining('"code":"request.timeout"') });
  });
});

describe('closing (row 15)', () => {
  it('ends what is at work first, and takes nothing new', async () => {
    const api = await startApi({}, [SlowController]);
    const reached = new Promise<void>((resolve) => (begun = resolve));
    let end = (): void => undefined;
    mayEnd = new Promise((resolve) => (end = resolve));
    const answer = stranger(api).get('/api/slow');
    await reached;
    const closed = (api.app as NestFastifyApplication).close();
    end();
    expect(await answer).toMatchObject({ status: 200, body: { done: true } });
    await closed;
    await expect(fetch(`${api.url}/health/live`)).rejects.toThrow();
    await api.close();
  });
});

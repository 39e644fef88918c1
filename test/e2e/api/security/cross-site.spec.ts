import { PASSWORD } from '../../../support/accounts';
import { startApi, type TestApp } from '../../../support/app';
import { signedIn, type TestClient } from '../../../support/client';
import { exchangeRaw, parseRaw } from '../../../support/raw-http';

const OURS = 'https://himpun.test';
const EVIL = 'https://evil.example';

describe('requests from other sites (row 42)', () => {
  let api: TestApp;
  let browser: TestClient;
  beforeAll(async () => {
    api = await startApi();
    browser = await signedIn(api);
  });
  afterAll(() => api.close());

  /** Sends exactly these headers with the person's cookie; tells whether the door let it through. */
  const send = async (headers: Record<string, string>, method = 'PATCH', body = '{"locale":"en"}') => {
    const lines = Object.entries({
      Host: 'himpun.test',
      Connection: 'close',
      Cookie: browser.cookie ?? '',
      ...headers,
    });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return parseRaw(
      await exchangeRaw(
        api.url,
        `${method} /api/account HTTP/1.1\r\n${head}Content-Length: ${body.length}\r\n\r\n${body}`,
      ),
    );
  };
  const JSON_TYPE = { 'Content-Type': 'application/json' };

  it.each([
    ['our page', { ...JSON_TYPE, 'Sec-Fetch-Site': 'same-origin' }, 204],
    ['our page, with Origin too', { ...JSON_TYPE, 'Sec-Fetch-Site': 'same-origin', Origin: OURS }, 204],
    ['the address bar', { ...JSON_TYPE, 'Sec-Fetch-Site': 'none' }, 204],
    ['another site', { ...JSON_TYPE, 'Sec-Fetch-Site': 'cross-site', Origin: EVIL }, 403],
    [
      'a sister site',
      { ...JSON_TYPE, 'Sec-Fetch-Site': 'same-site', Origin: 'https://blog.himpun.test' },
      403,
    ],
    [
      'another site that claims our Origin',
      { ...JSON_TYPE, 'Sec-Fetch-Site': 'cross-site', Origin: OURS },
      403,
    ],
    ['an unknown Fetch Metadata word', { ...JSON_TYPE, 'Sec-Fetch-Site': 'elsewhere' }, 403],
    ['an old browser on our page', { ...JSON_TYPE, Origin: OURS }, 204],
    ['an old browser on another site', { ...JSON_TYPE, Origin: EVIL }, 403],
    ['a sandboxed frame', { ...JSON_TYPE, Origin: 'null' }, 403],
    ['a site whose name begins like ours', { ...JSON_TYPE, Origin: 'https://himpun.test.evil.example' }, 403],
    ['our name without TLS', { ...JSON_TYPE, Origin: 'http://himpun.test:81' }, 403],
    ['a form of an old browser', { 'Content-Type': 'application/x-www-form-urlencoded' }, 403],
    ['JSON dressed as text', { 'Content-Type': 'text/plain' }, 403],
  ])('from %s', async (_, headers, status) => {
    expect((await send(headers)).status).toBe(status);
  });

  it('changes nothing by GET, whatever comes along', async () => {
    const before = (await browser.get('/api/session')).body;
    await send({ ...JSON_TYPE, 'Sec-Fetch-Site': 'cross-site' }, 'GET');
    expect((await browser.get('/api/session')).body).toEqual(before);
  });

  it('cannot sign anybody in', async () => {
    const answer = await browser.post(
      '/api/session',
      { email: 'attacker@example.org', password: PASSWORD },
      { 'Sec-Fetch-Site': 'cross-site' },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.cross_site_forbidden' } });
  });

  it('may read nothing: no answer names another origin', async () => {
    const answer = await browser.get('/api/session', { Origin: EVIL });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

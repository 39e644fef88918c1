import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type TestApp } from '../../../support/app';
import { signedIn, type TestClient } from '../../../support/client';

const DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'permissions-policy': expect.stringContaining('geolocation=()'),
};

describe('headers by kind of route (row 60)', () => {
  let api: TestApp;
  let browser: TestClient;
  let web: string;
  beforeAll(async () => {
    web = mkdtempSync(join(tmpdir(), 'himpun-web-'));
    mkdirSync(join(web, 'assets'));
    writeFileSync(
      join(web, 'index.html'),
      '<!doctype html><script nonce="__CSP_NONCE__" src="/assets/a-1.js"></script>',
    );
    writeFileSync(join(web, 'assets', 'a-1.js'), 'void 0');
    writeFileSync(join(web, 'robots.txt'), 'User-agent: *');
    api = await startApi({ HIMPUN_WEB_DIR: web });
    browser = await signedIn(api);
  });
  afterAll(async () => {
    await api.close();
    rmSync(web, { recursive: true });
  });

  const headersOf = async (path: string) => Object.fromEntries((await browser.get(path)).headers);

  it.each([
    ['a private answer', '/api/session'],
    ['a public answer', '/api/branding'],
    ['a refusal', '/api/directory/nowhere'],
    ['an unknown address', '/api/nowhere'],
    ['a list', '/api/sessions'],
    ['a broken address', '/api/sessions/%E0%A4%A'],
  ])('%s of the API: nothing kept, nothing run', async (_, path) => {
    const headers = await headersOf(path);
    if (path !== '/api/sessions/%E0%A4%A') expect(headers).toMatchObject(EVERYWHERE);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': DATA,
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['/', '/sign-in', '/check/AB12-CD34', '/reset?token=x', '/a/very/deep/page'])(
    'the page at %s: a fresh nonce and nothing inline',
    async (path) => {
      const [first, second] = [await browser.get<string>(path), await browser.get<string>(path)];
      const policy = first.headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      expect(first.body).toContain(`nonce="${nonce}"`);
      expect(second.body).not.toContain(nonce);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toMatch(/unsafe-|\*|https?:/);
      expect(Object.fromEntries(first.headers)).toMatchObject({ ...EVERYWHERE, 'cache-control': 'no-store' });
    },
  );

  it.each([
    ['a hashed asset for a year', '/assets/a-1.js', 'public, max-age=31536000, immutable'],
    ['another file for minutes', '/robots.txt', 'public, max-age=300'],
  ])('keeps %s', async (_, path, cache) => {
    expect(await headersOf(path)).toMatchObject({ ...EVERYWHERE, 'cache-control': cache });
  });

  it.each([
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/.env',
  ])('gives away no file outside: %s', async (path) => {
    const { status, body } = await browser.get<unknown>(path);
    expect(JSON.stringify(body)).not.toContain('"himpun"');
    expect([200, 400, 403, 404]).toContain(status);
  });
});

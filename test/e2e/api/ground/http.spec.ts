import { startApi, type TestApp } from '../../../support/app';
import { stranger } from '../../../support/client';

describe('the HTTP door', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('answers health and branding to anyone', async () => {
    const client = stranger(api);
    expect((await client.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await client.get('/health/ready')).body).toEqual({ status: 'ok', database: 'up', redis: 'up' });
    expect((await client.get('/api/branding')).body).toMatchObject({ shortName: 'Himpun', demo: false });
  });

  it('answers an unknown address with a problem in the reader’s language', async () => {
    const answer = await stranger(api).get('/api/nowhere', { 'Accept-Language': 'id' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'route.not_found', detail: 'Alamat ini tidak ada.' });
  });

  it.each([
    ['broken JSON', '{"a":', 400],
    ['a prototype key', '{"__proto__":{"admin":true}}', 400],
    ['two megabytes', JSON.stringify({ a: 'x'.repeat(2_000_000) }), 413],
  ])('refuses %s with a problem and no stack', async (_, body, status) => {
    const answer = await stranger(api).post('/api/session', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toHaveProperty('code');
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|SyntaxError/);
  });

  it('refuses a state-changing request from another site', async () => {
    const answer = await stranger(api).post('/api/session', {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.cross_site_forbidden' } });
  });
});

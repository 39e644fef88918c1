import { accountWithPerson } from '../../../support/accounts';
import { startApi, type TestApp } from '../../../support/app';
import { stranger } from '../../../support/client';

describe('personas', () => {
  let demo: TestApp;
  let real: TestApp;
  beforeAll(async () => {
    real = await startApi({ HIMPUN_DEMO: '0' });
    demo = await startApi({ HIMPUN_DEMO: '1' });
    for (const api of [demo, real]) {
      const { accountId } = await accountWithPerson(api, 'ben@example.org', 'Ben Siregar');
      await api.db.query(
        `INSERT INTO demo_personas (key, account_id, position, role_id, role_en) VALUES ('applicant', $1, 1, 'Pemohon', 'Applicant')`,
        [accountId],
      );
    }
  });
  afterAll(() => Promise.all([demo.close(), real.close()]));

  it('sign in with one press in demonstration mode, and again as somebody else', async () => {
    const browser = stranger(demo);
    expect((await browser.get('/api/demo/personas', { 'Accept-Language': 'id' })).body).toEqual([
      { key: 'applicant', name: 'Ben Siregar', role: 'Pemohon', description: '' },
    ]);
    expect((await browser.post('/api/demo/sign-ins', { persona: 'applicant' })).status).toBe(204);
    expect((await browser.get('/api/session')).body).toMatchObject({
      person: { fullName: 'Ben Siregar' },
      demo: true,
    });
    expect((await browser.post('/api/demo/sign-ins', { persona: 'chair' })).status).toBe(404);
    expect((await browser.post('/api/demo/sign-ins', { persona: 'root' })).status).toBe(400);
  });

  it('exist nowhere else, though their rows may', async () => {
    const browser = stranger(real);
    const unknown = (await browser.get('/api/nowhere')).body;
    for (const answer of [
      await browser.get('/api/demo/personas'),
      await browser.post('/api/demo/sign-ins', { persona: 'applicant' }),
      await browser.post('/api/demo/sign-ins', { persona: 'root' }),
    ]) {
      expect(answer.status).toBe(404);
      expect({ ...answer.body, reference: '' }).toEqual({ ...unknown, reference: '' });
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });
});

import PostalMime, { type Email } from 'postal-mime';
import { KeepUpBots } from '../../../apps/worker/src/membership/keep-up-bots.task';
import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { aRuleMaker, setBot } from '../../support/bots';
import { grantPowers, signedIn, signIn, type TestClient } from '../../support/client';
import { aMailServer, type MailServer } from '../../support/mail-server';
import { startWorker, type TestWorker } from '../../support/worker';

const TODAY = '2026-11-21T03:00:00Z';

describe('a bot at work', () => {
  let api: TestApp;
  let worker: TestWorker;
  let mails: MailServer;
  let group: AdmittingGroup;
  let officer: TestClient;
  beforeAll(async () => {
    mails = await aMailServer();
    api = await startApi({ SMTP_URL: mails.url, HIMPUN_DEMO: '0' });
    worker = await startWorker(api);
    group = await anAdmittingGroup(api, [asks.commitment]);
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    await grantPowers(api, String(officer.personId), group.groupId, ['applications.decide']);
    const rule = { approves: true, closes: { afterDays: 21, remindDays: 5 } };
    expect((await setBot(await aRuleMaker(api, group), group, 0, rule)).status).toBe(201);
  });
  beforeEach(async () => {
    await api.flushRedis();
    api.clock.set(TODAY);
    officer = await signIn(api, String(officer.accountId), String(officer.personId));
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await mails.close();
  });

  const run = async (now: string) => {
    api.clock.set(now);
    await worker.app.get(KeepUpBots, { strict: false }).run();
    await worker.settled();
  };
  const mailTo = async (email: string, about: RegExp): Promise<Email[]> => {
    const all = await Promise.all(mails.to(email).map((mail) => PostalMime.parse(mail)));
    return all.filter(({ subject }) => about.test(subject ?? ''));
  };
  async function applied(answers: Record<string, unknown>) {
    const email = `${crypto.randomUUID()}@example.org`;
    const applicant = await signedIn(api, { fullName: 'Ben Pratama', email });
    await api.db.query(`UPDATE accounts SET language = 'en' WHERE id = $1`, [applicant.accountId]);
    return { ...(await anApplication(api, group, { applicant, answers })), email };
  }
  const stateOf = async (id: string): Promise<string> =>
    ((await api.db.query('SELECT state FROM applications WHERE id = $1', [id])) as { state: string }[])[0]
      ?.state ?? '';

  it('approves what is met once, mails the letter with its reasons, and leaves the rest', async () => {
    const good = await applied({ commitment: { accepted: true } });
    const bad = await applied({ commitment: { accepted: false } });
    await run(TODAY);
    await run(TODAY);
    expect([await stateOf(good.id), await stateOf(bad.id)]).toEqual(['admitted', 'submitted']);
    const [mail, ...more] = await mailTo(good.email, /decision on your application/);
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Reason: All requirements of this grade are met.');
    expect(mail?.text).toContain('Commitment: Met.');
    expect(mail?.text).toContain(`/applications/${good.id}/decision`);
    expect(mail?.html).toContain('All requirements of this grade are met.');
  });

  it('reminds once, then closes what nobody answered, with a decision that can be appealed and replayed', async () => {
    const { id, email } = await applied({ commitment: { accepted: false } });
    const { body } = await officer.get<{ version: number }>(`/api/review/applications/${id}`);
    const items = [{ requirementId: 'commitment', note: 'Please read it again.' }];
    const asked = await officer.post(
      `/api/review/applications/${id}/corrections`,
      { items, answerBy: '2026-12-05' },
      { 'If-Match': `"${body.version}"` },
    );
    expect(asked.status).toBe(201);
    await run('2026-12-06T03:00:00Z');
    expect(await mailTo(email, /closes after/)).toEqual([]);
    await run('2026-12-07T03:00:00Z');
    await run('2026-12-08T03:00:00Z');
    const [reminder, ...more] = await mailTo(email, /closes after 12 December 2026/);
    expect([reminder?.text?.includes(`/applications/${id}`), more]).toEqual([true, []]);
    await run('2026-12-12T10:00:00Z');
    expect(await stateOf(id)).toBe('returned');
    await run('2026-12-13T03:00:00Z');
    expect(await stateOf(id)).toBe('rejected');
    const [letter] = await mailTo(email, /decision on your application/);
    expect(letter?.text).toContain('The corrections that were asked for did not come by the deadline');
    expect(letter?.text).toMatch(/You may appeal once until \d+ January 2027/);

    const reader = await signIn(api, String(officer.accountId), String(officer.personId));
    const { body: why } = await reader.get<{ id: string }>(`/api/applications/${id}/decision`);
    expect(why).toMatchObject({
      outcome: 'rejected',
      bot: { version: 1 },
      reasons: [{ code: 'no_answer_in_time' }],
    });
    expect((await reader.post(`/api/decisions/${why.id}/replays`)).body).toMatchObject({ same: true });
  });

  it('keeps open what is answered in time', async () => {
    const { id, applicant } = await applied({ commitment: { accepted: false } });
    await api.db.query(
      `UPDATE people SET birth_date = '1990-02-28', phone = '+6281234567890' WHERE id = $1`,
      [applicant.personId],
    );
    await api.db.query(`UPDATE applications SET state = 'returned', returned = $2 WHERE id = $1`, [
      id,
      JSON.stringify({
        at: TODAY,
        by: officer.personId,
        items: [{ requirementId: 'commitment', note: 'x' }],
      }),
    ]);
    const saved = await applicant.put(
      `/api/applications/${id}/sections/commitment`,
      { value: { accepted: true } },
      { 'If-Match': '"1"' },
    );
    expect(saved.status).toBe(200);
    expect((await applicant.post(`/api/applications/${id}/submission`)).status).toBe(200);
    await run('2027-02-01T03:00:00Z');
    expect(await stateOf(id)).toBe('admitted');
  });
});

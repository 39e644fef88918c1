import PostalMime, { type Email } from 'postal-mime';
import { KeepUpSponsors } from '../../../apps/worker/src/membership/sponsor-deadlines.task';
import { anAdmittingGroup, anApplication, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { signedIn, type TestClient } from '../../support/client';
import { aMailServer, type MailServer } from '../../support/mail-server';
import { aNumberedMember, sponsorship, type NumberedMember } from '../../support/sponsors';
import { startWorker, type TestWorker } from '../../support/worker';

const TODAY = '2026-11-21T03:00:00Z';
const A_WEEK_LATER = '2026-11-28T03:00:01Z';
const TOO_LATE = '2026-12-05T03:00:01Z';

describe('mails around sponsors', () => {
  let api: TestApp;
  let worker: TestWorker;
  let mails: MailServer;
  let group: AdmittingGroup;
  let ana: NumberedMember;
  beforeAll(async () => {
    mails = await aMailServer();
    api = await startApi({ SMTP_URL: mails.url, HIMPUN_DEMO: '0' });
    worker = await startWorker(api);
    group = await anAdmittingGroup(api, [{ ...sponsorship, count: 1 }]);
  });
  beforeEach(async () => {
    api.clock.set(TODAY);
    await api.flushRedis();
    ana = await aNumberedMember(api, group, 'Ana Lestari');
    await worker.settled();
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await mails.close();
  });

  const mailTo = async (email: string, about: RegExp): Promise<Email[]> => {
    const all = await Promise.all(mails.to(email).map((mail) => PostalMime.parse(mail)));
    return all.filter(({ subject }) => about.test(subject ?? ''));
  };
  async function asked(
    named: string,
  ): Promise<{ id: string; applicationId: string; applicant: TestClient; email: string }> {
    const email = `${crypto.randomUUID()}@example.org`;
    const applicant = await signedIn(api, { fullName: 'Ben Pratama', email });
    await api.db.query(`UPDATE accounts SET language = 'en' WHERE id = $1`, [applicant.accountId]);
    const { id: applicationId } = await anApplication(api, group, { applicant });
    const { body } = await applicant.post<{ id: string }>(`/api/applications/${applicationId}/sponsors`, {
      requirementId: 'sponsor',
      named,
    });
    await worker.settled();
    return { id: body.id, applicationId, applicant, email };
  }
  const keepUp = async (now: string) => {
    api.clock.set(now);
    await worker.app.get(KeepUpSponsors, { strict: false }).run();
    await worker.settled();
  };

  it('ask the member, remind once after half of the time, and end by themselves', async () => {
    const { id, applicationId, email } = await asked(ana.number);
    expect(await mailTo(ana.email, /meminta dukungan/)).toHaveLength(1);
    await keepUp(A_WEEK_LATER);
    await keepUp(A_WEEK_LATER);
    expect(await mailTo(ana.email, /ditunggu/)).toHaveLength(1);
    expect(await mailTo(email, /another sponsor/)).toHaveLength(0);
    await keepUp(TOO_LATE);
    await keepUp(TOO_LATE);
    const [told, ...more] = await mailTo(email, /another sponsor/);
    expect(more).toEqual([]);
    expect(told?.text).toContain(`/applications/${applicationId}/sponsors/sponsor`);
    const [row] = await api.db.query('SELECT state FROM sponsorships WHERE id = $1', [id]);
    expect(row).toEqual({ state: 'expired' });
  });

  it('tell the applicant the same of a decline as of somebody who is no member', async () => {
    const declined = await asked(ana.number);
    await ana.person.post(`/api/sponsorships/${declined.id}/refusal`, { reason: 'I do not know them.' });
    await worker.settled();
    const nobody = await asked('nobody@example.org');
    await keepUp(TOO_LATE);
    const texts = await Promise.all(
      [declined, nobody].map(async ({ email, applicationId }) => {
        const [mail] = await mailTo(email, /another sponsor/);
        return mail?.text?.replaceAll(applicationId, 'ID');
      }),
    );
    expect(texts[0]).toBeDefined();
    expect(texts[0]?.replace(ana.number, 'X')).toBe(texts[1]?.replace('nobody@example.org', 'X'));
    expect(texts[0]).not.toContain('I do not know them');
  });

  it('tell the applicant who has confirmed', async () => {
    const { id, email } = await asked(ana.email);
    await ana.person.post(`/api/sponsorships/${id}/confirmation`);
    await worker.settled();
    expect(await mailTo(email, /sponsor has confirmed/)).toHaveLength(1);
  });
});

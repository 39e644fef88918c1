import PostalMime, { type Email } from 'postal-mime';
import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../support/client';
import { aMailServer, type MailServer } from '../../support/mail-server';
import { startWorker, type TestWorker } from '../../support/worker';

describe('mails to an applicant', () => {
  let api: TestApp;
  let worker: TestWorker;
  let mails: MailServer;
  let group: AdmittingGroup;
  beforeAll(async () => {
    mails = await aMailServer();
    api = await startApi({ SMTP_URL: mails.url, HIMPUN_DEMO: '0' });
    worker = await startWorker(api);
    group = await anAdmittingGroup(api, [asks.commitment], { contactEmail: 'halo@himpun.test' });
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await mails.close();
  });

  async function applicant(email: string, language: 'id' | 'en'): Promise<TestClient> {
    const person = await signedIn(api, { fullName: 'Bening Pratiwi', email, birthDate: '1990-02-28' });
    await api.db.query(`UPDATE people SET phone = '+6281234567890' WHERE id = $1`, [person.personId]);
    await api.db.query('UPDATE accounts SET language = $2 WHERE id = $1', [person.accountId, language]);
    return person;
  }
  const mailTo = async (email: string, about: RegExp): Promise<Email[]> => {
    const all = await Promise.all(mails.to(email).map((mail) => PostalMime.parse(mail)));
    return all.filter(({ subject }) => about.test(subject ?? ''));
  };

  it.each([
    ['id', /kami terima/, /paling lambat \d+ \S+ \d{4}/],
    ['en', /We have your application/, /by \d+ \S+ \d{4}/],
  ] as const)(
    'say in their language (%s) what the page says after submitting, once',
    async (language, subject, day) => {
      const email = `sent-${language}@example.org`;
      const person = await applicant(email, language);
      const { id, reference } = await anApplication(api, group, { state: 'draft', applicant: person });
      const actions = await Promise.all([1, 2].map(() => person.post(`/api/applications/${id}/submission`)));
      expect(actions.map(({ status }) => status)).toEqual([200, 200]);
      await worker.settled();
      const [mail, ...more] = await mailTo(email, subject);
      expect(more).toEqual([]);
      expect(mail?.subject).toContain(reference);
      expect(mail?.text).toContain(`/applications/${id}/submitted`);
      expect(mail?.text).toContain('halo@himpun.test');
      expect(mail?.text).toMatch(day);
    },
  );

  it('name what to correct, why and by when', async () => {
    const email = 'returned@example.org';
    const person = await applicant(email, 'en');
    const { id } = await anApplication(api, group, { applicant: person });
    const officer = await signedIn(api);
    await grantPowers(api, officer.personId as string, group.groupId, ['applications.review']);
    const { body } = await officer.get<{ version: number }>(`/api/review/applications/${id}`);
    const asked = await officer.post(
      `/api/review/applications/${id}/corrections`,
      { items: [{ requirementId: 'commitment', note: 'Please read it again.' }], answerBy: '2026-12-05' },
      { 'If-Match': `"${body.version}"` },
    );
    expect(asked.status).toBe(201);
    await worker.settled();
    const [mail] = await mailTo(email, /needs a correction/);
    expect(mail?.text).toContain('Commitment: Please read it again.');
    expect(mail?.text).toContain('5 December 2026');
  });

  it.each([
    [
      'id',
      /Keputusan atas/,
      'Alasan: Lisensi tidak berlaku pada hari keputusan.',
      'Banding: Anda dapat mengajukan banding satu kali sampai',
    ],
    [
      'en',
      /The decision on/,
      'Reason: The licence is not in force on the day of the decision.',
      'Appeal: You may appeal once until',
    ],
  ] as const)(
    'carry the decision’s letter in their language (%s): reasons, note, each requirement, what to do next',
    async (language, subject, reason, appeal) => {
      const email = `decided-${language}@example.org`;
      const person = await applicant(email, language);
      const { id } = await anApplication(api, group, { applicant: person });
      const officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
      await grantPowers(api, officer.personId as string, group.groupId, ['applications.decide']);
      const { body } = await officer.get<{ version: number; factsHash: string }>(
        `/api/review/applications/${id}`,
      );
      const decided = await officer.post(
        `/api/applications/${id}/decisions`,
        {
          outcome: 'rejected',
          reasonCodes: ['licence_not_in_force'],
          note: 'STR <2024> & lama',
          factsHash: body.factsHash,
        },
        { 'If-Match': `"${body.version}"` },
      );
      expect(decided.status).toBe(201);
      await worker.settled();
      const [mail, ...more] = await mailTo(email, subject);
      expect(more).toEqual([]);
      for (const words of [reason, appeal, 'STR <2024> & lama']) expect(mail?.text).toContain(words);
      expect(mail?.text).toMatch(language === 'id' ? /Komitmen: Terpenuhi\./ : /Commitment: Met\./);
      expect(mail?.text).toContain(`/applications/${id}/decision`);
      expect(mail?.html).toContain('STR &lt;2024&gt; &amp; lama');
      expect(mail?.text).not.toContain('Sari');
    },
  );

  it('come by when two weeks are over where the officer named no day', async () => {
    const person = await applicant('weeks@example.org', 'en');
    const { id } = await anApplication(api, group, { applicant: person });
    const officer = await signedIn(api);
    await grantPowers(api, officer.personId as string, group.groupId, ['applications.review']);
    const path = `/api/review/applications/${id}`;
    const { body } = await officer.get<{ version: number }>(path);
    const items = [{ requirementId: 'commitment', note: 'Please read it again.' }];
    const match = { 'If-Match': `"${body.version}"` };
    expect(await officer.post(`${path}/corrections`, { items, answerBy: '2026-11-21' }, match)).toMatchObject(
      {
        status: 422,
        body: { reasons: [{ field: 'answerBy' }] },
      },
    );
    expect((await officer.post(`${path}/corrections`, { items }, match)).status).toBe(201);
    expect((await person.get(`/api/applications/${id}`)).body).toMatchObject({ answerBy: '2026-12-05' });
  });
});

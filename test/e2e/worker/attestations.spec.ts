import { Attestations } from '@himpun/credentials';
import { systemActor } from '@himpun/kernel';
import PostalMime from 'postal-mime';
import { KeepUpAttestations } from '../../../apps/worker/src/credentials/attestation-deadlines.task';
import { AttestationMailProcessor } from '../../../apps/worker/src/notifications/attestation-mail.processor';
import { startApi, type TestApp } from '../../support/app';
import {
  anAttestationCase,
  asked,
  attestationCheck,
  byLink,
  DEGREE,
  trailOf,
  type AttestationCase,
} from '../../support/attestations';
import { grantPowers, signIn, signedIn } from '../../support/client';
import { aMailServer, type MailServer } from '../../support/mail-server';
import { startWorker, type TestWorker } from '../../support/worker';

const DAY = 86_400_000;

describe('questions to institutions in the worker', () => {
  let api: TestApp;
  let worker: TestWorker;
  let mails: MailServer;
  let box = 0;
  beforeAll(async () => {
    mails = await aMailServer();
    api = await startApi({ SMTP_URL: mails.url, HIMPUN_DEMO: '0' });
    worker = await startWorker(api);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await mails.close();
  });
  beforeEach(() => mails.forget());

  async function aQuestion(): Promise<AttestationCase & { id: string; email: string }> {
    const made = await anAttestationCase(api);
    const email = `kantor${(box += 1)}@ugm.ac.id`;
    return { ...made, id: await asked(made, email), email };
  }
  async function mailsTo(email: string): Promise<{ subject: string; token: string | null; text: string }[]> {
    const read = await Promise.all(mails.to(email).map((raw) => PostalMime.parse(raw)));
    return read.map(({ subject = '', text = '' }) => ({
      subject,
      text,
      token: /\/attest#([\w-]{43})$/m.exec(text)?.[1] ?? null,
    }));
  }
  async function daysLater(days: number): Promise<void> {
    api.clock.advance(days * DAY);
    await worker.run(KeepUpAttestations);
    await worker.settled();
  }

  it('go out once, in the language asked for, naming nobody; the link works, and the office gets a confirmation', async () => {
    const { id, email } = await aQuestion();
    await worker.settled();
    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Physiotherapy Association asks your institution for a confirmation');
    expect(mail?.text).not.toMatch(/Ana|Lestari|UGM-2015|Fisioterapi/);
    const { body } = await byLink(api, String(mail?.token)).answer();
    await worker.settled();
    expect(await attestationCheck(api, id)).toMatchObject({
      run_state: 'ran',
      outcome: 'match',
      action: 'none',
    });
    const confirmation = (await mailsTo(email))[1];
    expect(confirmation?.subject).toBe(`We have your answer: ${String(body['reference'])}`);
    expect(confirmation?.token).toBeNull();
    const stored = JSON.stringify([
      await api.db.query('SELECT * FROM outbox_messages'),
      await api.db.query('SELECT * FROM mail_deliveries'),
    ]);
    expect(stored).not.toContain(String(mail?.token));
  });

  it('are reminded of twice, each once, however often the schedule runs', async () => {
    const { id, email } = await aQuestion();
    await worker.settled();
    const counts: number[] = [];
    for (let day = 1; day <= 13; day += 1) {
      await daysLater(1);
      await worker.run(KeepUpAttestations);
      await worker.settled();
      counts.push((await mailsTo(email)).length);
    }
    expect(counts).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3]);
    const all = await mailsTo(email);
    expect(all.map(({ subject }) => subject.startsWith('A reminder'))).toEqual([false, true, true]);
    expect(new Set(all.map(({ token }) => token)).size).toBe(1);
    await daysLater(1);
    expect(await mailsTo(email)).toHaveLength(3);
    expect(await trailOf(api, id)).toEqual([
      'attestation.asked',
      'attestation.sent',
      'attestation.reminded',
      'attestation.reminded',
      'attestation.lapsed',
    ]);
  });

  it('end without an answer when their time is over: nobody’s fault, and a person’s turn', async () => {
    const { id, email, applicant } = await aQuestion();
    await worker.settled();
    const token = String((await mailsTo(email))[0]?.token);
    await daysLater(14);
    const check = await attestationCheck(api, id);
    expect(check).toMatchObject({
      run_state: 'unavailable',
      outcome: null,
      action: 'needs_person',
      reasons: ['issuer_unanswered'],
    });
    expect((await byLink(api, token).answer()).status).toBe(410);
    const again = await signIn(api, String(applicant.accountId), String(applicant.personId));
    const { body } = await again.get(`/api/checks/${String(check['id'])}`);
    expect(JSON.stringify(body)).toContain('no fault');
  });

  it('are reminded of after an outage of days: each once, a day apart, and never after an answer', async () => {
    const [late, answered] = [await aQuestion(), await aQuestion()];
    await worker.settled();
    await byLink(api, String((await mailsTo(answered.email))[0]?.token)).answer();
    await worker.settled();
    await worker.close();
    api.clock.advance(11 * DAY);
    worker = await startWorker(api);
    await worker.run(KeepUpAttestations);
    await worker.run(KeepUpAttestations);
    await worker.settled();
    expect(await mailsTo(late.email)).toHaveLength(2);
    await daysLater(1);
    expect(await mailsTo(late.email)).toHaveLength(3);
    await daysLater(1);
    expect(await mailsTo(late.email)).toHaveLength(3);
    // The question and its confirmation.
    expect(await mailsTo(answered.email)).toHaveLength(2);
  });

  it('count their days from when the mail went out, not from when a stopped worker should have sent it', async () => {
    await worker.close();
    const { email } = await aQuestion();
    api.clock.advance(13 * DAY);
    worker = await startWorker(api);
    await worker.sweep();
    await worker.settled();
    const token = String((await mailsTo(email))[0]?.token);
    await daysLater(13);
    expect((await byLink(api, token).read()).status).toBe(200);
    expect(await mailsTo(email)).toHaveLength(2);
  });

  it('sent anew have a new link; the old one is dead, and no mail leads to it any more', async () => {
    const { id, email, officer } = await aQuestion();
    await worker.settled();
    const old = String((await mailsTo(email))[0]?.token);
    const { body } = await officer.post<{ id: string }>(`/api/attestations/${id}/renewals`, {
      email,
      language: 'id',
    });
    await worker.settled();
    const [, anew] = await mailsTo(email);
    expect(anew?.token).not.toBe(old);
    expect((await byLink(api, old).read()).status).toBe(410);
    expect((await byLink(api, String(anew?.token)).read()).status).toBe(200);
    await daysLater(6);
    expect((await mailsTo(email)).map(({ token }) => token === old)).toEqual([true, false, false]);
    expect(await attestationCheck(api, body.id)).toMatchObject({ run_state: 'queued' });
  });

  it('taken back end their check; a mail still on its way is not sent', async () => {
    const made = await anAttestationCase(api);
    await worker.close();
    const id = await asked(made, 'ditarik@ugm.ac.id');
    await made.officer.post(`/api/attestations/${id}/withdrawal`, { reason: 'Salah lembaga' });
    worker = await startWorker(api);
    await worker.settled();
    expect(mails.to('ditarik@ugm.ac.id')).toEqual([]);
    expect(await attestationCheck(api, id)).toMatchObject({
      run_state: 'not_covered',
      action: 'none',
      reasons: ['issuer_withdrawn'],
    });
  });

  it('whose address the mail server refuses for good are an officer’s, at once', async () => {
    mails.refuse('tiada@ugm.ac.id', 550, Infinity);
    const made = await anAttestationCase(api);
    const id = await asked(made, 'tiada@ugm.ac.id');
    await worker.settled();
    expect(await attestationCheck(api, id)).toMatchObject({
      action: 'needs_person',
      reasons: ['issuer_undelivered'],
    });
    expect(mails.attempts('tiada@ugm.ac.id')).toBe(1);
  });

  it('have each effect once when a message comes twice', async () => {
    const { id, email } = await aQuestion();
    await worker.settled();
    const messages: { id: string; type: string; payload: Record<string, unknown> }[] = await api.db.query(
      `SELECT id, type, payload FROM outbox_messages WHERE payload->>'attestationId' = $1`,
      [id],
    );
    for (const message of messages) {
      await worker.processor(AttestationMailProcessor).effect(message);
    }
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await trailOf(api, id)).toEqual(['attestation.asked', 'attestation.sent']);
  });

  it('are asked by a rule of the group, once, where officers recorded whom to ask', async () => {
    const made = await anAttestationCase(api, { claim: { ...DEGREE, institution: 'STIKES Harapan Kita' } });
    const chair = await signedIn(api);
    await grantPowers(api, String(chair.personId), made.groupId, ['issuers.trust', 'rules.publish']);
    const rule = {
      linkDays: 14,
      reminderDays: [5, 10],
      askIssuerFor: ['education'],
      twoReadersFor: [],
      reason: 'Rapat',
    };
    const byRule = () =>
      api.app
        .get(Attestations, { strict: false })
        .askByRule(systemActor('test'), 'application', made.originId);
    const questions = (): Promise<{ id: string }[]> =>
      api.db.query(
        'SELECT a.id, a.asked_by FROM attestations a JOIN checks k ON k.id = a.check_id WHERE k.origin_id = $1',
        [made.originId],
      );
    await byRule();
    await chair.post(`/api/groups/${made.groupId}/verification-rules`, rule, { 'If-Match': '"0"' });
    await byRule();
    expect(await questions()).toEqual([]);
    await chair.post('/api/institution-domains', {
      groupId: made.groupId,
      institution: 'STIKES Harapan Kita',
      domain: 'stikes-hk.ac.id',
      contactEmail: 'baak@stikes-hk.ac.id',
      reason: 'Situs resmi',
    });
    await byRule();
    await byRule();
    expect(await questions()).toMatchObject([{ asked_by: null }]);
    await worker.settled();
    expect(mails.to('baak@stikes-hk.ac.id')).toHaveLength(1);
  });
});

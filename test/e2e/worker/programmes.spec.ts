import type { RelayedMessage } from '@himpun/outbox';
import { AttendanceCertificateProcessor } from '../../../apps/worker/src/programmes/attendance-certificate.processor';
import { ProgrammeMailProcessor } from '../../../apps/worker/src/notifications/programme-mail.processor';
import { anActivity } from '../../support/activities';
import { startApi, type TestApp } from '../../support/app';
import { grantPowers, signedIn, signIn, type TestClient } from '../../support/client';
import { aGroup } from '../../support/groups';
import { startWorker, type TestWorker } from '../../support/worker';

const HOUR = 3_600_000;

describe('what follows an activity', () => {
  let api: TestApp;
  let worker: TestWorker;
  let groupId: string;
  let officer: TestClient;

  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '1', SMTP_URL: '' });
    worker = await startWorker(api);
    groupId = await aGroup(api);
    const person = await signedIn(api, { fullName: 'Sekar Ayu' });
    const powers = ['activities.manage', 'attendance.record'];
    await grantPowers(api, person.personId as string, groupId, powers);
    officer = await signIn(api, person.accountId as string, person.personId as string);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  it('issues one certificate for attendance, and revokes it once when the check-in is taken back', async () => {
    const now = api.clock.now().getTime();
    const activityId = await anActivity(api, groupId, {
      closesAt: new Date(now + HOUR),
      sessions: [{ startsAt: new Date(now - HOUR), endsAt: new Date(now + HOUR) }],
    });
    const ana = await signedIn(api);
    const { body } = await ana.post<{ id: string; code: string }>(
      `/api/activities/${activityId}/registrations`,
    );
    const scan = () =>
      officer.post<{ checkIn: { id: string } }>(`/api/activities/${activityId}/check-ins`, {
        code: body.code,
      });
    const entered = await scan();
    await worker.settled();
    expect(await certificates(ana)).toEqual(['issued']);

    await officer.delete(`/api/activities/${activityId}/check-ins/${entered.body.checkIn.id}`);
    await worker.settled();
    expect(await certificates(ana)).toEqual(['revoked']);
    const [message] = await api.db.query<RelayedMessage[]>(
      `SELECT id, type, payload FROM outbox_messages WHERE type = 'programmes.attendance_withdrawn'
       AND payload ->> 'registrationId' = $1`,
      [body.id],
    );
    const trail = await audited();
    await worker.processor(AttendanceCertificateProcessor).effect(message as RelayedMessage);
    expect(await audited()).toBe(trail);

    await scan();
    await worker.settled();
    expect(await certificates(ana)).toEqual(['issued', 'revoked']);
  });

  it('writes once to each who is registered when it is called off, with the reason', async () => {
    const activityId = await anActivity(api, groupId, { capacity: 1 });
    const guests = [await signedIn(api), await signedIn(api), await signedIn(api)];
    const made: string[] = [];
    for (const guest of guests) {
      const { body } = await guest.post<{ id: string }>(`/api/activities/${activityId}/registrations`);
      made.push(body.id);
    }
    await guests[2]?.delete(`/api/registrations/${made[2]}`);
    await officer.post(`/api/activities/${activityId}/cancellation`, { reason: 'Aula kebanjiran' });
    await worker.settled();
    const told = await mails();
    expect(told).toHaveLength(2);
    expect(told.every((mail) => mail.includes('Aula kebanjiran'))).toBe(true);

    const news = await api.db.query<RelayedMessage[]>(
      `SELECT id, type, payload FROM outbox_messages WHERE type = 'programmes.activity_called_off'`,
    );
    for (const message of news) await worker.processor(ProgrammeMailProcessor).effect(message);
    expect(await mails()).toHaveLength(2);
  });

  async function certificates(who: TestClient): Promise<string[]> {
    const rows = await api.db.query<{ state: string }[]>(
      'SELECT state FROM certificates WHERE person_id = $1 ORDER BY state',
      [who.personId],
    );
    return rows.map((row) => row.state);
  }

  async function audited(): Promise<number> {
    const [row] = await api.db.query<{ count: number }[]>('SELECT count(*)::int AS count FROM audit_entries');
    return row?.count ?? 0;
  }

  async function mails(): Promise<string[]> {
    const rows = await api.db.query<{ body: string }[]>(
      `SELECT m.body_text AS body FROM demo_mails m JOIN mail_deliveries d ON m.key = d.key WHERE d.template = 'activity_called_off'`,
    );
    return rows.map((row) => row.body);
  }
});

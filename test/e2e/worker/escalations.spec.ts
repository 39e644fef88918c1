import { Offices, Terms } from '@himpun/governance';
import type { Actor } from '@himpun/kernel';
import { CaseEscalations } from '@himpun/membership';
import { anAdmittingGroup, anApplication, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { signedIn, type TestClient } from '../../support/client';
import { until } from '../../support/until';
import { startWorker, type TestWorker } from '../../support/worker';

describe('cases whose promised day is over', () => {
  let api: TestApp;
  let worker: TestWorker;
  let group: AdmittingGroup;
  let secretary: TestClient;

  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '1', SMTP_URL: '' });
    group = await anAdmittingGroup(api);
    secretary = await signedIn(api, { fullName: 'Sekretaris' });
    const { officeId, seatIds } = await api.db.transaction((tx) =>
      api.app.get(Offices, { strict: false }).create(tx, {
        ...{ groupId: group.groupId, code: 'secretary', nameId: 'Sekretaris', nameEn: 'Secretary' },
        ...{ powers: ['members.read' as const], position: 1, seats: 1 },
      }),
    );
    const appointer: Actor = {
      kind: 'person',
      accountId: null,
      personId: (await signedIn(api)).personId,
      label: 'Chair',
      language: 'en',
      sessionId: null,
      powers: ['offices.appoint', 'members.read'].map((power) => ({
        power,
        groupId: group.groupId,
        until: null,
      })),
    };
    await api.app.get(Terms, { strict: false }).appoint(appointer, {
      seatId: String(seatIds[0]),
      personId: String(secretary.personId),
      startsOn: '2026-11-21',
      endsOn: '2027-11-20',
      reason: 'Congress',
    });
    await api.db.query('INSERT INTO review_desks (group_id, escalation_office_id) VALUES ($1, $2)', [
      group.groupId,
      officeId,
    ]);
    worker = await startWorker(api);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const sweep = () => api.app.get(CaseEscalations, { strict: false }).sweep();
  const mails = (): Promise<{ state: string }[]> =>
    api.db.query(`SELECT state FROM mail_deliveries WHERE template = 'cases_overdue' AND person_id = $1`, [
      secretary.personId,
    ]);
  const notes = (id: string): Promise<{ actor: string }[]> =>
    api.db.query(
      `SELECT actor_kind AS actor FROM audit_entries WHERE action = 'application.escalated' AND subject_id = $1`,
      [id],
    );

  it('go to the office that the group names: one mail, one note on each, however often and by how many it is looked', async () => {
    api.clock.set('2026-11-25T03:00:00Z');
    const late = await anApplication(api, group, { dueOn: '2026-11-23' });
    const other = await anApplication(api, group, { dueOn: '2026-11-24' });
    const today = await anApplication(api, group, { dueOn: '2026-11-25' });
    const elsewhere = await anApplication(api, await anAdmittingGroup(api), { dueOn: '2026-11-01' });
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    await until(mails, (sent) => sent.length === 1 && sent[0]?.state === 'sent');
    expect(await notes(late.id)).toEqual([{ actor: 'system' }]);
    expect(await notes(other.id)).toHaveLength(1);
    expect(await notes(today.id)).toEqual([]);
    expect(await notes(elsewhere.id)).toEqual([]);

    // A case that was given a new day and missed it too is told again; the first one is not.
    await api.db.query(`UPDATE applications SET due_on = '2026-11-26' WHERE id = $1`, [other.id]);
    api.clock.set('2026-11-27T03:00:00Z');
    await api.db.query(`UPDATE applications SET state = 'withdrawn' WHERE id = $1`, [today.id]);
    await sweep();
    await until(mails, (sent) => sent.length === 2 && sent.every(({ state }) => state === 'sent'));
    expect([await notes(late.id), await notes(other.id)].map((known) => known.length)).toEqual([1, 2]);
  });
});

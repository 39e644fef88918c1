import { anActivity } from '../../../support/activities';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, signIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Said {
  verdict: string;
  name: string | null;
  checkIn: { id: string; by: string | null } | null;
  isComplete: boolean;
  inside: number;
  expected: number;
}

const HOUR = 3_600_000;

describe('the door', () => {
  let api: TestApp;
  let groupId: string;
  let staff: TestClient;
  let trainer: TestClient;

  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    const person = await signedIn(api, { fullName: 'Petugas Pintu' });
    await grantPowers(api, person.personId as string, groupId, ['attendance.record']);
    staff = await signIn(api, person.accountId as string, person.personId as string);
    trainer = await signedIn(api, { fullName: 'Pak Guru' });
  });
  afterAll(() => api.close());

  /** An activity that is on now, with as many sessions as told, one after the other. */
  function onNow(sessions = 1, requiredShare = 100): Promise<string> {
    const now = api.clock.now().getTime();
    return anActivity(api, groupId, {
      capacity: 2,
      requiredShare,
      trainerPersonId: trainer.personId,
      closesAt: new Date(now + 0.4 * HOUR),
      sessions: Array.from({ length: sessions }, (_, place) => ({
        startsAt: new Date(now + (place - 0.5) * HOUR),
        endsAt: new Date(now + (place + 0.5) * HOUR),
      })),
      credits: [
        { domain: 'practice', hours: 4 },
        { domain: 'ethics', hours: 1.5 },
      ],
    });
  }

  async function guest(activityId: string, fullName = 'Ana Lestari') {
    const client = await signedIn(api, { fullName });
    const { body } = await client.post<{ id: string; code: string }>(
      `/api/activities/${activityId}/registrations`,
    );
    return { client, ...body };
  }

  const scan = (who: TestClient, activityId: string, body: object, headers: Record<string, string> = {}) =>
    who.post<Said>(`/api/activities/${activityId}/check-ins`, body, headers);

  it('lets in whoever has a place, once, and says when and by whom it was used', async () => {
    const id = await onNow();
    const ana = await guest(id);
    const typed = ana.code.toLowerCase().replaceAll('-', ' ');
    expect((await scan(staff, id, { code: typed })).body).toMatchObject({
      verdict: 'in',
      name: 'Ana Lestari',
      isComplete: true,
      inside: 1,
      expected: 1,
    });
    expect((await scan(trainer, id, { code: ana.code })).body).toMatchObject({
      verdict: 'already_in',
      checkIn: { by: 'Petugas Pintu' },
      inside: 1,
    });
  });

  it('lets one in when two devices scan the same code at once, and repeats the answer of one scan', async () => {
    const id = await onNow();
    const ana = await guest(id);
    const both = await Promise.all([staff, trainer].map((who) => scan(who, id, { code: ana.code })));
    expect(both.map((answer) => answer.body.verdict).sort()).toEqual(['already_in', 'in']);

    const ben = await guest(id, 'Ben');
    const key = { 'Idempotency-Key': 'scan-1' };
    const first = await scan(staff, id, { code: ben.code }, key);
    const again = await scan(staff, id, { code: ben.code }, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(first.body).toMatchObject({ verdict: 'in', inside: 2 });
  });

  it('stops the waitlisted, the cancelled, codes of other activities and codes of nobody', async () => {
    const [id, other] = [await onNow(), await anActivity(api, groupId)];
    await guest(id, 'One');
    await guest(id, 'Two');
    const waiting = await guest(id, 'Three');
    const elsewhere = await guest(other, 'Four');
    const codes = [waiting.code, elsewhere.code, 'AAAA-BBBB-CCCC-DDDD', "'; DROP TABLE registrations"];
    const verdicts = await Promise.all(codes.map(async (code) => (await scan(staff, id, { code })).body));
    expect(verdicts.map(({ verdict, name }) => [verdict, name])).toEqual([
      ['waitlisted', 'Three'],
      ['other_activity', null],
      ['unknown', null],
      ['unknown', null],
    ]);
    await elsewhere.client.delete(`/api/registrations/${elsewhere.id}`);
    expect((await scan(trainer, other, { code: elsewhere.code })).status).toBe(403);
  });

  it('is for staff: others are refused, and see no list', async () => {
    const id = await onNow();
    const ana = await guest(id);
    expect((await scan(ana.client, id, { code: ana.code })).status).toBe(403);
    expect((await ana.client.get(`/api/activities/${id}/roster`)).status).toBe(403);
    const roster = await trainer.get<{ fullName: string }[]>(`/api/activities/${id}/roster?q=les`);
    expect(roster.body.map((line) => line.fullName)).toEqual(['Ana Lestari']);
    expect((await scan(staff, id, {})).status).toBe(400);
  });

  it('does not open before the day of the session', async () => {
    const id = await anActivity(api, groupId);
    const ana = await guest(id);
    expect(await scan(staff, id, { code: ana.code })).toMatchObject({
      status: 409,
      body: { code: 'check_in.closed', reasons: [{ code: 'session_not_today' }] },
    });
  });

  it('gives credits and a certificate once enough sessions are attended, and takes them back with the check-in', async () => {
    const id = await onNow(3, 66);
    const ana = await guest(id);
    const { body: activity } = await staff.get<{ sessions: { id: string }[] }>(`/api/activities/${id}`);
    const [first, second, third] = activity.sessions.map((session) => session.id);
    const at = (sessionId?: string) => scan(staff, id, { code: ana.code, sessionId });

    expect((await at(first)).body.isComplete).toBe(false);
    expect(await hoursOf(ana.client)).toBe(0);
    const completing = await at(second);
    expect(completing.body.isComplete).toBe(true);
    await at(third);
    expect(await hoursOf(ana.client)).toBe(5.5);
    expect(await ledger(ana.id)).toEqual(['ethics attendance 1.5', 'practice attendance 4.0']);
    expect(await news(ana.id)).toEqual(['programmes.attendance_completed']);
    const mine = (await ana.client.get<{ certificateCode: string | null }[]>('/api/registrations')).body[0];
    expect(mine?.certificateCode).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/);

    const undo = (checkInId?: string) => staff.delete(`/api/activities/${id}/check-ins/${checkInId}`);
    const roster = await staff.get<{ attendances: { id: string }[] }[]>(`/api/activities/${id}/roster`);
    const [one, two] = roster.body[0]?.attendances ?? [];
    expect((await ana.client.delete(`/api/activities/${id}/check-ins/${one?.id}`)).status).toBe(403);
    expect((await undo(one?.id)).status).toBe(204);
    expect(await hoursOf(ana.client)).toBe(5.5);
    expect((await undo(two?.id)).status).toBe(204);
    expect((await undo(two?.id)).status).toBe(404);
    expect(await hoursOf(ana.client)).toBe(0);
    expect(await ledger(ana.id)).toHaveLength(4);
    expect(await news(ana.id)).toEqual([
      'programmes.attendance_completed',
      'programmes.attendance_withdrawn',
    ]);
    expect(await ana.client.delete(`/api/registrations/${ana.id}`)).toMatchObject({
      status: 409,
      body: { reasons: [{ code: 'has_attended' }] },
    });
  });

  it('lets people check themselves in by the code in the room, only with the right one, only their own', async () => {
    const id = await onNow();
    const ana = await guest(id);
    const { body: activity } = await staff.get<{ sessions: { id: string }[] }>(`/api/activities/${id}`);
    const path = `/api/activities/${id}/sessions/${activity.sessions[0]?.id}/room-code`;
    expect((await ana.client.get(path)).status).toBe(403);
    const { code } = (await staff.get<{ code: string }>(path)).body;
    const enter = (who: TestClient, typed: string) =>
      who.post<Said>(`/api/registrations/${ana.id}/check-ins`, { code: typed });
    expect(await enter(ana.client, 'AAAAAA')).toMatchObject({
      status: 422,
      body: { code: 'check_in.mismatch' },
    });
    expect((await enter(trainer, code)).status).toBe(404);
    expect((await enter(ana.client, code.toLowerCase())).body).toMatchObject({
      verdict: 'in',
      isComplete: true,
    });
  });

  it('keeps the ledger from being altered', async () => {
    await expect(api.db.query('UPDATE credit_entries SET hours = 99')).rejects.toThrow('append-only');
    await expect(api.db.query('DELETE FROM credit_entries')).rejects.toThrow('append-only');
  });

  async function hoursOf(who: TestClient): Promise<number> {
    const { body } = await who.get<{ hours: number; domains: { hours: number }[] }>('/api/credits');
    expect(body.domains.reduce((sum, domain) => sum + domain.hours, 0)).toBe(body.hours);
    return body.hours;
  }

  async function ledger(registrationId: string): Promise<string[]> {
    const rows = await api.db.query<{ line: string }[]>(
      `SELECT concat_ws(' ', domain, kind, hours) AS line FROM credit_entries WHERE registration_id = $1 ORDER BY ordinal, domain`,
      [registrationId],
    );
    return rows.map((row) => row.line);
  }

  async function news(registrationId: string): Promise<string[]> {
    const rows = await api.db.query<{ type: string }[]>(
      `SELECT type FROM outbox_messages WHERE payload ->> 'registrationId' = $1 AND type LIKE 'programmes.attendance%' ORDER BY id`,
      [registrationId],
    );
    return rows.map((row) => row.type);
  }
});

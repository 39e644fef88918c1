import { anActivity } from '../../../support/activities';
import { startApi, type TestApp } from '../../../support/app';
import { signedIn, stranger, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

const HOUR = 3_600_000;

describe('registrations', () => {
  let api: TestApp;
  let groupId: string;
  let ana: TestClient;
  let ben: TestClient;

  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    [ana, ben] = await Promise.all([signedIn(api), signedIn(api, { fullName: 'Benyamin' })]);
  });
  afterAll(() => api.close());

  const register = (who: TestClient, id: string) =>
    who.post<{ id: string; state: string; arrival: number; waitlistPosition: number | null }>(
      `/api/activities/${id}/registrations`,
    );

  it('need an account, and an activity that is there', async () => {
    const id = await anActivity(api, groupId);
    expect((await register(stranger(api), id)).status).toBe(401);
    expect((await register(ana, groupId)).status).toBe(404);
    expect((await register(ana, 'nonsense')).status).toBe(400);
  });

  it('pass a given-up place to the first who waits, with news, and start again at the end', async () => {
    const id = await anActivity(api, groupId, { capacity: 1 });
    const first = await register(ana, id);
    const second = await register(ben, id);
    expect([first.body.state, second.body.state, second.body.waitlistPosition]).toEqual([
      'confirmed',
      'waitlisted',
      1,
    ]);

    expect((await ana.delete(`/api/registrations/${first.body.id}`)).status).toBe(204);
    expect((await ana.delete(`/api/registrations/${first.body.id}`)).status).toBe(204);
    expect((await register(ben, id)).body).toMatchObject({ id: second.body.id, state: 'confirmed' });
    expect((await register(ana, id)).body).toMatchObject({ state: 'waitlisted', arrival: 3 });
    const news = await api.db.query<{ type: string }[]>(
      `SELECT type FROM outbox_messages WHERE payload ->> 'registrationId' = $1 ORDER BY id`,
      [second.body.id],
    );
    expect(news.map((row) => row.type)).toEqual([
      'programmes.registration_waitlisted',
      'programmes.place_passed_on',
    ]);
  });

  it('are one’s own: nobody else can cancel or even know them', async () => {
    const id = await anActivity(api, groupId);
    const { body } = await register(ana, id);
    expect((await ben.delete(`/api/registrations/${body.id}`)).status).toBe(404);
    const lists = await Promise.all([ana, ben].map((who) => who.get<{ id: string }[]>('/api/registrations')));
    expect(lists.map((list) => list.body.some((line) => line.id === body.id))).toEqual([true, false]);
  });

  it.each([
    ['before the window', { opensAt: 1 }, 'not_open_yet'],
    ['after the window', { closesAt: -1 }, 'window_over'],
  ])('are refused %s', async (_, window, code) => {
    const now = api.clock.now().getTime();
    const times = Object.fromEntries(
      Object.entries(window).map(([key, hours]) => [key, new Date(now + hours * HOUR)]),
    );
    const id = await anActivity(api, groupId, times);
    expect(await register(ana, id)).toMatchObject({
      status: 409,
      body: { code: 'registration.closed', reasons: [{ code }] },
    });
  });

  it('of an activity for members ask for good standing today, in its group, above or below', async () => {
    const chapter = await aGroup(api, { parentId: groupId });
    const id = await anActivity(api, chapter, { audience: 'members' });
    expect(await register(ana, id)).toMatchObject({
      status: 403,
      body: { reasons: [{ code: 'members_only' }] },
    });
    await belong(ana, groupId, 'suspended');
    expect((await register(ana, id)).status).toBe(403);
    await belong(ben, groupId, 'active');
    expect(await register(ben, id)).toMatchObject({ status: 201, body: { state: 'confirmed' } });
  });

  it('cannot be cancelled once the activity has begun', async () => {
    const now = api.clock.now().getTime();
    const sessions = [{ startsAt: new Date(now - HOUR), endsAt: new Date(now + HOUR) }];
    const id = await anActivity(api, groupId, { sessions, closesAt: new Date(now + HOUR) });
    const { body } = await register(ana, id);
    expect(await ana.delete(`/api/registrations/${body.id}`)).toMatchObject({
      status: 409,
      body: { reasons: [{ code: 'has_begun' }] },
    });
  });

  async function belong(who: TestClient, group: string, status: string): Promise<void> {
    await api.db.query(
      `WITH grade AS (INSERT INTO grades (id, created_at, group_id, code, name_id, name_en, number_pattern, position)
           VALUES (gen_random_uuid(), $3::timestamptz, $2::uuid, $4, 'Anggota', 'Member', 'PI-{seq:5}', 1) RETURNING id),
         m AS (INSERT INTO memberships (id, created_at, person_id, group_id, grade_id, number, card_code)
           SELECT gen_random_uuid(), $3::timestamptz, $1::uuid, $2::uuid, id, $4, $4 FROM grade RETURNING id)
       INSERT INTO membership_periods (id, created_at, membership_id, status, starts_at)
       SELECT gen_random_uuid(), $3::timestamptz, id, $5, $3::timestamptz - interval '1 day' FROM m`,
      [who.personId, group, api.clock.now(), (who.personId ?? '').slice(0, 8), status],
    );
  }
});

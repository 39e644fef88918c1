import { randomUUID } from 'node:crypto';
import { anActivity, aPlan } from '../../../support/activities';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, signIn, stranger, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

describe('activities', () => {
  let api: TestApp;
  let groupId: string;
  let officer: TestClient;
  let member: TestClient;

  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    const person = await signedIn(api, { fullName: 'Sekar Ayu' });
    await grantPowers(api, person.personId as string, groupId, ['activities.manage']);
    officer = await signIn(api, person.accountId as string, person.personId as string);
    member = await signedIn(api);
  });
  afterAll(() => api.close());

  const draft = async (change: object = {}) => {
    const answer = await officer.post<{ id: string }>('/api/activities', {
      ...aPlan(api, groupId),
      ...change,
    });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };

  it('are drafted, seen by planners only, published, and then seen by anyone', async () => {
    const id = await draft();
    expect((await stranger(api).get(`/api/activities/${id}`)).status).toBe(404);
    expect((await officer.get(`/api/activities/${id}`)).body).toMatchObject({
      state: 'draft',
      mayManage: true,
    });
    expect((await officer.post(`/api/activities/${id}/publication`)).status).toBe(204);
    const { body } = await stranger(api).get(`/api/activities/${id}`);
    expect(body).toMatchObject({
      state: 'published',
      capacity: 30,
      taken: 0,
      mine: null,
      mayManage: false,
      credits: [{ domain: 'practice', hours: 4 }],
    });
    expect((await officer.post(`/api/activities/${id}/publication`)).body).toMatchObject({
      code: 'activity.closed',
    });
  });

  it.each([
    ['an unknown field', { price: 1 }, 'price'],
    ['no title', { titleEn: ' ' }, 'titleEn'],
    ['a time without its offset', { opensAt: '2026-11-20T08:00' }, 'opensAt'],
    ['half a place', { capacity: 1.5 }, 'capacity'],
    [
      'a session that ends early',
      { sessions: [{ startsAt: '2026-12-01T04:00Z', endsAt: '2026-12-01T03:00Z' }] },
      'sessions.0.endsAt',
    ],
    ['a domain that is none', { credits: [{ domain: 'magic', hours: 1 }] }, 'credits'],
    ['a trainer who is nobody', { trainerPersonId: randomUUID() }, 'trainerPersonId'],
  ])('are refused with %s, and nothing is written', async (_, change, field) => {
    const before = await count('activities');
    const answer = await officer.post('/api/activities', { ...aPlan(api, groupId), ...change });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(`"field":"${field}"`);
    expect(await count('activities')).toBe(before);
  });

  it('cannot be planned for a group in which the power is not held', async () => {
    const other = await aGroup(api);
    const answer = await officer.post('/api/activities', { ...aPlan(api, other), groupId: other });
    expect(answer).toMatchObject({ status: 403, body: { code: 'activity.forbidden' } });
    expect((await member.post('/api/activities', aPlan(api, groupId))).status).toBe(403);
  });

  it('are not overwritten by an edit that rests on an older version', async () => {
    const id = await draft();
    const { groupId: _group, capacity: _capacity, ...text } = aPlan(api, groupId);
    const put = (titleEn: string, version?: number) =>
      officer.put(
        `/api/activities/${id}`,
        { ...text, titleEn },
        version ? { 'If-Match': `"${version}"` } : {},
      );
    const answers = await Promise.all([put('One', 1), put('Other', 1)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
    const refused = answers.find((answer) => answer.status === 409);
    expect(refused?.body).toMatchObject({ code: 'activity.stale', current: { version: 2 } });
    expect((await put('Without')).status).toBe(400);
  });

  it('can be found by words, kind, group and days, page by page', async () => {
    const chapter = await aGroup(api, { parentId: groupId });
    const inMarch = [{ startsAt: new Date('2027-03-02T02:00Z'), endsAt: new Date('2027-03-02T04:00Z') }];
    const id = await anActivity(api, chapter, {
      titleId: 'Kélas 100% napas',
      titleEn: 'Breath_class',
      kind: 'training',
      sessions: inMarch,
    });
    const find = async (query: string) =>
      (await stranger(api).get<{ items: { id: string }[]; total: number }>(`/api/activities?${query}`)).body;
    for (const query of [
      'q=kelas',
      'q=100%25',
      'q=breath_',
      'kind=training',
      `group=${chapter}`,
      'from=2027-03-02&to=2027-03-02',
    ]) {
      expect((await find(query)).items.map((line) => line.id)).toContain(id);
    }
    expect(await find('q=%25%25')).toMatchObject({ items: [], total: 0 });
    expect((await find('from=2027-03-03')).items).toEqual([]);
    expect(await find(`group=${chapter}&page=9`)).toMatchObject({ items: [], total: 1 });
    expect((await stranger(api).get('/api/activities?sort=titleId;drop')).status).toBe(400);
  });

  it('give a calendar file in UTC, and keep the online address from strangers', async () => {
    const id = await anActivity(api, groupId, { link: 'https://meet.example.org/x', capacity: 1 });
    const file = await stranger(api).get<string>(`/api/activities/${id}/calendar.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.body).toContain('DTSTART:20261128T030000Z\r\n');
    expect(file.body).not.toContain('meet.example.org');
    await member.post(`/api/activities/${id}/registrations`);
    expect((await member.get<string>(`/api/activities/${id}/calendar.ics`)).body).toContain(
      'meet.example.org',
    );
  });

  it('take no registration once called off', async () => {
    const id = await anActivity(api, groupId);
    expect((await officer.post(`/api/activities/${id}/cancellation`, { reason: ' ' })).status).toBe(400);
    expect((await officer.post(`/api/activities/${id}/cancellation`, { reason: 'Banjir' })).status).toBe(204);
    expect(await member.post(`/api/activities/${id}/registrations`)).toMatchObject({
      status: 409,
      body: { code: 'registration.closed', reasons: [{ code: 'activity_cancelled' }] },
    });
  });

  it('give new places to those who wait, and refuse fewer places than are taken', async () => {
    const id = await anActivity(api, groupId, { capacity: 1 });
    await officer.post(`/api/activities/${id}/registrations`);
    await member.post(`/api/activities/${id}/registrations`);
    expect((await officer.put(`/api/activities/${id}/capacity`, { capacity: 2 })).status).toBe(204);
    expect((await member.get(`/api/activities/${id}`)).body).toMatchObject({
      mine: { state: 'confirmed' },
      taken: 2,
      waiting: 0,
    });
    expect(await officer.put(`/api/activities/${id}/capacity`, { capacity: 1 })).toMatchObject({
      status: 409,
      body: { code: 'activity_places.taken' },
    });
  });

  async function count(table: string): Promise<number> {
    const [row] = await api.db.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? 0;
  }
});

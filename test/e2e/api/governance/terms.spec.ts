import { Offices } from '@himpun/governance';
import type { Power } from '@himpun/identity';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, signIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

type Known = { personId: string; accountId: string };

interface Seat {
  seatId: string;
  terms: { id: string; personId: string; serving: boolean }[];
}

describe('terms of office', () => {
  let api: TestApp;
  let groupId: string;
  let chair: TestClient;
  const today = '2026-11-21';

  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    chair = await signedIn(api, { fullName: 'Chandra Wijaya' });
    await grantPowers(api, chair.personId as string, groupId, ['offices.appoint']);
  });
  afterAll(() => api.close());
  beforeEach(() => api.clock.set('2026-11-21T03:00:00Z'));

  let made = 0;
  async function aSeat(powers: Power[] = ['offices.appoint']): Promise<string> {
    made += 1;
    const code = `office_${'abcdefghijklmnop'[made] ?? 'z'}`;
    const { seatIds } = await api.db.transaction((tx) =>
      api.app.get(Offices, { strict: false }).create(tx, {
        groupId,
        code,
        nameId: 'Petugas',
        nameEn: 'Officer',
        powers,
        position: made,
        seats: 1,
      }),
    );
    return seatIds[0] as string;
  }

  async function appointed(
    seatId: string,
    personId: string | null,
    startsOn: string,
    endsOn: string,
  ): Promise<string> {
    const answer = await chair.post<{ id: string }>(`/api/seats/${seatId}/terms`, {
      personId,
      startsOn,
      endsOn,
      reason: 'Rapat pleno 4',
    });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  it('gives its powers from local midnight of the first day to local midnight after the last, in an open session', async () => {
    const { personId, accountId } = (await signedIn(api, { fullName: 'Siti' })) as Known;
    await appointed(await aSeat(), personId, '2026-11-22', '2026-11-22');
    api.clock.set('2026-11-21T16:55:00Z');
    const officer = await signIn(api, accountId, personId);
    const use = () => officer.post(`/api/terms/${personId}/ending`, { reason: 'x' });

    api.clock.set('2026-11-21T16:59:59Z');
    expect((await use()).status).toBe(403);
    api.clock.set('2026-11-21T17:00:00Z');
    expect((await use()).status).toBe(404);

    api.clock.set('2026-11-22T16:50:00Z');
    const last = await signIn(api, accountId, personId);
    const useLast = () => last.post(`/api/terms/${personId}/ending`, { reason: 'x' });
    api.clock.set('2026-11-22T16:59:59Z');
    expect((await useLast()).status).toBe(404);
    api.clock.set('2026-11-22T17:00:01Z');
    expect((await useLast()).body).toMatchObject({ status: 403, code: 'route.forbidden' });
  });

  it('refuses a second holder of the seat on any common day, and takes the day after', async () => {
    const seat = await aSeat();
    const [ana, ben] = [await signedIn(api), await signedIn(api)];
    await appointed(seat, ana.personId, today, '2027-11-20');
    const body = { personId: ben.personId, startsOn: '2027-11-20', endsOn: '2028-01-01', reason: 'x' };
    expect(await chair.post(`/api/seats/${seat}/terms`, body)).toMatchObject({
      status: 409,
      body: { code: 'seat.taken' },
    });
    await appointed(seat, ben.personId, '2027-11-21', '2028-01-01');
  });

  it('lets exactly one of twenty appointments made at the same time have the seat', async () => {
    const seat = await aSeat();
    const people = await Promise.all(Array.from({ length: 20 }, () => signedIn(api)));
    const answers = await Promise.all(
      people.map((person) =>
        chair.post(`/api/seats/${seat}/terms`, {
          personId: person.personId,
          startsOn: today,
          endsOn: '2027-01-01',
          reason: 'x',
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    const seats = await chair.get<Seat[]>(`/api/groups/${groupId}/seats`);
    const terms = seats.body.find((line) => line.seatId === seat)?.terms;
    expect(terms).toHaveLength(1);
    const [grants] = await api.db.query(`SELECT count(*)::int AS n FROM access_grants WHERE origin_id = $1`, [
      terms?.[0]?.id,
    ]);
    expect(grants).toEqual({ n: 1 });
  });

  it('takes the powers away the moment it is ended early, and frees the seat', async () => {
    const seat = await aSeat();
    const officer = await signedIn(api);
    const term = await appointed(seat, officer.personId, today, '2027-11-20');
    const use = () => officer.post(`/api/terms/${term}/ending`, { reason: 'x' });
    expect((await chair.post(`/api/terms/${term}/ending`, { reason: 'Mengundurkan diri' })).status).toBe(204);
    expect((await use()).status).toBe(403);
    expect((await chair.post(`/api/terms/${term}/ending`, { reason: 'lagi' })).body).toMatchObject({
      code: 'term.closed',
    });
    await appointed(seat, (await signedIn(api)).personId, today, '2027-11-20');
  });

  it.each([
    ['oneself', () => ({ personId: chair.personId }), 422, 'term.refused'],
    [
      'somebody unknown',
      () => ({ personId: '0193b2a4-0000-7000-8000-000000000000' }),
      404,
      'person.not_found',
    ],
    ['dates the wrong way round', () => ({ endsOn: '2026-11-01' }), 422, 'term.refused'],
    ['a day that does not exist', () => ({ startsOn: '2026-02-30' }), 400, 'request.invalid'],
    ['an unknown field', () => ({ powers: ['audit.read'] }), 400, 'request.invalid'],
  ])('refuses %s and writes nothing', async (_, change, status, code) => {
    const seat = await aSeat();
    const person = await signedIn(api);
    const [before] = await api.db.query('SELECT count(*)::int AS n FROM audit_entries');
    const answer = await chair.post(`/api/seats/${seat}/terms`, {
      personId: person.personId,
      startsOn: today,
      endsOn: '2027-11-20',
      reason: 'x',
      ...change(),
    });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await api.db.query('SELECT 1 FROM terms WHERE seat_id = $1', [seat])).toEqual([]);
    expect(await api.db.query('SELECT count(*)::int AS n FROM audit_entries')).toEqual([before]);
  });

  it('is refused to a chair of another group', async () => {
    const seat = await aSeat();
    const stranger = await signedIn(api);
    await grantPowers(api, stranger.personId as string, await aGroup(api), ['offices.appoint']);
    const body = { personId: chair.personId, startsOn: today, endsOn: '2027-01-01', reason: 'x' };
    expect(await stranger.post(`/api/seats/${seat}/terms`, body)).toMatchObject({
      status: 403,
      body: { code: 'seat.forbidden' },
    });
  });
});

import { Client, Pool } from 'pg';
import { anActivity, crowd } from '../../../support/activities';
import { startApi, type TestApp } from '../../../support/app';
import type { Answer, TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Line {
  id: string;
  state: 'confirmed' | 'waitlisted';
  arrival: number;
  waitlistPosition: number | null;
}

const PLACES = 30;
const COMERS = 500;

describe('the race for places', () => {
  let api: TestApp;
  let groupId: string;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
  });
  afterAll(() => api.close());

  const register = (client: TestClient, activityId: string): Promise<Answer<Line>> =>
    client.post<Line>(`/api/activities/${activityId}/registrations`);

  it('gives 500 people at once exactly 30 places and 470 turns in order, and loses nobody', async () => {
    const activityId = await anActivity(api, groupId, { capacity: PLACES });
    const people = await crowd(api, COMERS);
    const answers = await Promise.all(people.map((person) => register(person, activityId)));

    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    const lines = answers.map((answer) => answer.body).sort((one, other) => one.arrival - other.arrival);
    expect(lines.map((line) => line.arrival)).toEqual(
      Array.from({ length: COMERS }, (_, place) => place + 1),
    );
    expect(lines.filter((line) => line.state === 'confirmed').map((line) => line.arrival)).toEqual(
      Array.from({ length: PLACES }, (_, place) => place + 1),
    );
    expect(lines.slice(PLACES).map((line) => line.waitlistPosition)).toEqual(
      Array.from({ length: COMERS - PLACES }, (_, place) => place + 1),
    );
    await expectKept(activityId, { confirmed: PLACES, waitlisted: COMERS - PLACES });
  });

  it('answers 20 simultaneous requests of one person with one and the same registration', async () => {
    const activityId = await anActivity(api, groupId, { capacity: 1 });
    const [first, person] = (await crowd(api, 2)) as [TestClient, TestClient];
    await register(first, activityId);
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(person, activityId)));
    const again = await register(person, activityId);

    for (const answer of answers) expect(answer).toMatchObject({ status: 201, body: again.body });
    expect(again.body).toMatchObject({ state: 'waitlisted', waitlistPosition: 1 });
    await expectKept(activityId, { confirmed: 1, waitlisted: 1 });
  });

  it('passes each place on once while people cancel and come at the same time', async () => {
    const activityId = await anActivity(api, groupId, { capacity: 5 });
    const people = await crowd(api, 40);
    const early = await Promise.all(people.slice(0, 20).map((person) => register(person, activityId)));
    const leaving = early
      .slice(0, 12)
      .map(({ body }, place) => people[place]?.delete(`/api/registrations/${body.id}`));
    const coming = people.slice(20).map((person) => register(person, activityId));
    const left = await Promise.all(leaving);
    const came = await Promise.all(coming);

    expect(left.map((answer) => answer?.status)).toEqual(Array(12).fill(204));
    expect(came.map((answer) => answer.status)).toEqual(Array(20).fill(201));
    await expectKept(activityId, { confirmed: 5, waitlisted: 23 });
  });

  it('would oversell without the guard: the test sees what it should', async () => {
    const activityId = await anActivity(api, groupId, { capacity: PLACES });
    const pool = new Pool({ connectionString: api.databaseUrl, max: 20 });
    await pool.query(`CREATE TABLE unguarded (activity_id uuid PRIMARY KEY, capacity int, taken int)`);
    await pool.query('INSERT INTO unguarded VALUES ($1, $2, 0)', [activityId, PLACES]);
    await pool.query('CREATE TABLE unguarded_seats (at timestamptz)');
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        const seen = await pool.query<{ taken: number }>(
          'SELECT taken FROM unguarded WHERE activity_id = $1',
          [activityId],
        );
        const taken = seen.rows[0]?.taken ?? 0;
        if (taken >= PLACES) return;
        await pool.query('INSERT INTO unguarded_seats VALUES (now())');
        await pool.query('UPDATE unguarded SET taken = $2 WHERE activity_id = $1', [activityId, taken + 1]);
      }),
    );
    const { rows } = await pool.query<{ sold: number }>('SELECT count(*)::int AS sold FROM unguarded_seats');
    await pool.end();
    expect(rows[0]?.sold).toBeGreaterThan(PLACES);
  });

  it('is backed by the database: no statement can take a place that is not there', async () => {
    const activityId = await anActivity(api, groupId, { capacity: 1 });
    const client = new Client({ connectionString: api.databaseUrl });
    await client.connect();
    const oversell = client.query('UPDATE activity_places SET taken = 2 WHERE activity_id = $1', [
      activityId,
    ]);
    await expect(oversell).rejects.toMatchObject({ constraint: 'activity_places_never_oversold' });
    await client.end();
  });

  /** What the counters say is what the registrations say, each has its news and its audit entry, and turns are in order. */
  async function expectKept(
    activityId: string,
    counts: { confirmed: number; waitlisted: number },
  ): Promise<void> {
    const [row] = await api.db.query<Record<string, number>[]>(
      `SELECT p.taken, p.waiting, count(*) FILTER (WHERE r.state = 'confirmed')::int AS confirmed,
         count(*) FILTER (WHERE r.state = 'waitlisted')::int AS waitlisted, count(*)::int AS made,
         (SELECT count(*)::int FROM outbox_messages m JOIN registrations x ON x.id::text = m.payload ->> 'registrationId'
          WHERE x.activity_id = $1 AND m.type IN ('programmes.registration_confirmed', 'programmes.registration_waitlisted')) AS news,
         (SELECT count(*)::int FROM audit_entries e JOIN registrations x ON x.id = e.subject_id
          WHERE x.activity_id = $1 AND e.action = 'registration.made') AS entries,
         coalesce(max(r.arrival) FILTER (WHERE r.state = 'confirmed'), 0)
           < coalesce(min(r.arrival) FILTER (WHERE r.state = 'waitlisted'), 1000000) AS ordered
       FROM activity_places p JOIN registrations r USING (activity_id) WHERE activity_id = $1
       GROUP BY p.taken, p.waiting`,
      [activityId],
    );
    expect(row).toMatchObject({
      ...counts,
      taken: counts.confirmed,
      waiting: counts.waitlisted,
      ordered: true,
    });
    expect(row).toMatchObject({ news: row?.made, entries: row?.made });
  }
});

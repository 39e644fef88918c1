import fc from 'fast-check';
import type { Actor } from '@himpun/kernel';
import { Capacity, Registrations } from '@himpun/programmes';
import { anActivity, crowd, planner } from '../../support/activities';
import { startApi, type TestApp } from '../../support/app';
import { aGroup } from '../../support/groups';

const PEOPLE = 7;

/** What somebody does; `who` is an index into the people. */
type Act = { kind: 'register' | 'cancel'; who: number } | { kind: 'capacity'; places: number };

const who = fc.nat(PEOPLE - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('register' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), places: fc.integer({ min: 1, max: 5 }) }),
  },
);

describe('places and the waitlist, whatever is done to them', () => {
  let api: TestApp;
  let groupId: string;
  let people: Actor[];
  let registrations: Registrations;
  let capacity: Capacity;

  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    registrations = api.app.get(Registrations, { strict: false });
    capacity = api.app.get(Capacity, { strict: false });
    people = (await crowd(api, PEOPLE)).map(({ personId, accountId }, place) => ({
      ...planner(groupId),
      personId,
      accountId,
      label: `Peserta ${place}`,
      powers: [],
    }));
  });
  afterAll(() => api.close());

  it('hold after acts one by one, exactly as a line in which people stand would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(act, { minLength: 12, maxLength: 40, size: 'max' }),
        async (places, acts) => {
          const activityId = await anActivity(api, groupId, { capacity: places });
          const line: number[] = [];
          let seats = places;
          let seated: number[] = [];
          for (const each of acts) {
            await perform(activityId, each);
            if (each.kind === 'register' && !line.includes(each.who)) line.push(each.who);
            if (each.kind === 'cancel')
              line.splice(0, line.length, ...line.filter((one) => one !== each.who));
            if (each.kind === 'capacity' && each.places >= seated.length) seats = each.places;
            // Who has a seat keeps it; free seats go to the first in line.
            const kept = line.filter((one) => seated.includes(one));
            const next = line
              .filter((one) => !seated.includes(one))
              .slice(0, Math.max(0, seats - kept.length));
            seated = [...kept, ...next];
          }
          const rows = await stored(activityId);
          const placeOf = (row: { personId: string }) =>
            people.findIndex((one) => one.personId === row.personId);
          expect(rows.map(placeOf)).toEqual(line);
          expect(rows.filter((row) => row.state === 'confirmed').map(placeOf)).toEqual(
            line.filter((one) => seated.includes(one)),
          );
          await expectExact(activityId);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('hold after acts all at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(act, { minLength: 12, maxLength: 40, size: 'max' }),
        async (places, acts) => {
          const activityId = await anActivity(api, groupId, { capacity: places });
          await Promise.all(acts.map((each) => perform(activityId, each)));
          await expectExact(activityId);
        },
      ),
      { numRuns: 25 },
    );
  });

  async function perform(activityId: string, each: Act): Promise<void> {
    if (each.kind === 'capacity') {
      await capacity.change(planner(groupId), activityId, each.places).catch(expectRefusal);
      return;
    }
    const actor = people[each.who] as Actor;
    if (each.kind === 'register') {
      await registrations.register(actor, activityId);
      return;
    }
    const mine = (await stored(activityId)).find((row) => row.personId === actor.personId);
    if (mine) await registrations.cancel(actor, mine.id);
  }

  function stored(
    activityId: string,
  ): Promise<{ id: string; personId: string; state: string; arrival: number }[]> {
    return api.db.query(
      `SELECT id, person_id AS "personId", state, arrival FROM registrations
       WHERE activity_id = $1 AND state <> 'cancelled' ORDER BY arrival`,
      [activityId],
    );
  }

  /** confirmed = min(places, living); the counters say the same; nobody waits while a place is free; news for each promotion. */
  async function expectExact(activityId: string): Promise<void> {
    const rows = await stored(activityId);
    const [places] = await api.db.query<{ capacity: number; taken: number; waiting: number }[]>(
      'SELECT capacity, taken, waiting FROM activity_places WHERE activity_id = $1',
      [activityId],
    );
    const confirmed = rows.filter((row) => row.state === 'confirmed').length;
    expect(confirmed).toBe(Math.min(places?.capacity ?? 0, rows.length));
    expect(places).toMatchObject({ taken: confirmed, waiting: rows.length - confirmed });
    const [news] = await api.db.query<{ promoted: number; told: number }[]>(
      `SELECT count(*) FILTER (WHERE passed_on_at IS NOT NULL)::int AS promoted,
         (SELECT count(*)::int FROM outbox_messages m JOIN registrations x ON x.id::text = m.payload ->> 'registrationId'
          WHERE x.activity_id = $1 AND m.type = 'programmes.place_passed_on') AS told
       FROM registrations WHERE activity_id = $1`,
      [activityId],
    );
    expect(news?.told).toBe(news?.promoted);
  }
});

function expectRefusal(error: unknown): void {
  expect(error).toMatchObject({ code: 'activity_places.taken' });
}

import { randomUUID } from 'node:crypto';
import { newPublicCode } from './lib/codes.mjs';
import { connected } from './lib/bench.mjs';
import { Load, request, secondsSince } from './lib/load.mjs';
import { aGroup, browserOf, signedInPeople } from './lib/people.mjs';
import { interleaved, lineOf } from './lib/rounds.mjs';

const CLIENTS = 64;
const COMERS = CLIENTS * 12;
const POOL = 10;
const ROUNDS = 5;
const PLACES = 30;
const CROWD = 500;

/** The least that decides a registration and keeps it: one guarded update and one insert. $1 activity, $2 id, $3 person, $4 code. */
const BARE = `
  WITH seat AS (
    UPDATE activity_places SET taken = taken + 1, arrivals = arrivals + 1
    WHERE activity_id = $1 AND taken < capacity RETURNING arrivals)
  INSERT INTO registrations (id, created_at, activity_id, person_id, state, arrival, code)
  SELECT $2, now(), $1, $3, 'confirmed', seat.arrivals, $4 FROM seat`;

const LOCKED = {
  look: 'SELECT capacity, taken, arrivals FROM activity_places WHERE activity_id = $1 FOR UPDATE',
  enter: `INSERT INTO registrations (id, created_at, activity_id, person_id, state, arrival, code)
    VALUES ($2, now(), $1, $3, 'confirmed', $5, $4)`,
  count: 'UPDATE activity_places SET taken = taken + 1, arrivals = arrivals + 1 WHERE activity_id = $1',
};

/** Registrations per second at one activity that all want: the portal against one bare statement, and against a row lock. */
export async function measure(bench) {
  const databaseUrl = await bench.database('registration');
  const env = { ...(await bench.environment(databaseUrl)), DATABASE_POOL: String(POOL) };
  const { port } = await bench.start('dist/apps/api/src/main.js', env);
  return connected(
    databaseUrl,
    async (pool) => {
      const groupId = await aGroup(pool, 'association');
      const people = await signedInPeople(pool, COMERS);
      const thirty = await thirtyPlaces(pool, port, groupId, people.slice(0, CROWD));
      const run = (register) => async () => register(await anActivity(pool, groupId, COMERS), people);
      const contestants = {
        ours: run((activityId) => throughPortal(port, activityId, people, CLIENTS)),
        bare: run((activityId) => byPool(people, (person) => bare(pool, activityId, person))),
        locked: run((activityId) => byPool(people, (person) => locked(pool, activityId, person))),
      };
      await interleaved(contestants, 1);
      const { ours, ...limits } = await interleaved(contestants, ROUNDS);
      return [
        lineOf('hot-registration', ours, limits.bare, 'registrations/s', { least: 0.5 }),
        lineOf('hot-registration-for-update', ours, limits.locked, 'registrations/s', { least: 1.5 }),
        thirty,
      ];
    },
    POOL,
  );
}

/** 500 at once for 30 places: who came first has a place, all others a turn in the order of their coming, and nobody is lost. */
async function thirtyPlaces(pool, port, groupId, people) {
  const activityId = await anActivity(pool, groupId, PLACES);
  const { answers } = await asked(port, activityId, people, CROWD);
  const lines = answers
    .map(({ body }) => JSON.parse(body.toString()))
    .sort((one, other) => one.arrival - other.arrival);
  lines.forEach((line, place) => {
    const waits = place >= PLACES ? place - PLACES + 1 : null;
    const state = waits === null ? 'confirmed' : 'waitlisted';
    if (line.arrival !== place + 1 || line.state !== state || line.waitlistPosition !== waits)
      throw new Error(`${CROWD} for ${PLACES} places: number ${place + 1} got ${JSON.stringify(line)}`);
  });
  const { rows } = await pool.query(
    `SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
       count(*) FILTER (WHERE state = 'waitlisted')::int AS waitlisted,
       count(DISTINCT person_id)::int AS people FROM registrations WHERE activity_id = $1`,
    [activityId],
  );
  const { confirmed, waitlisted, people: kept } = rows[0];
  if (confirmed !== PLACES || waitlisted !== CROWD - PLACES || kept !== CROWD)
    throw new Error(`${CROWD} for ${PLACES} places: the database holds ${JSON.stringify(rows[0])}`);
  const name = `hot-registration-${CROWD}-for-${PLACES}`;
  return { name, ours: confirmed, limit: PLACES, unit: 'places given', ratio: 1, aim: { most: 1 } };
}

async function throughPortal(port, activityId, people, clients) {
  return (await asked(port, activityId, people, clients)).perSecond;
}

function asked(port, activityId, people, clients) {
  const target = `/api/activities/${activityId}/registrations`;
  return new Load(port, clients).all(people.map((person) => request('POST', target, browserOf(person))));
}

async function byPool(people, register) {
  const began = process.hrtime.bigint();
  let at = 0;
  const client = async () => {
    while (at < people.length) await register(people[at++]);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return people.length / secondsSince(began);
}

async function bare(pool, activityId, { personId }) {
  const values = [activityId, randomUUID(), personId, newPublicCode()];
  await pool.query({ name: 'bare', text: BARE, values });
}

async function locked(pool, activityId, { personId }) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query({ name: 'look', text: LOCKED.look, values: [activityId] });
    if (rows[0].taken < rows[0].capacity) {
      const values = [activityId, randomUUID(), personId, newPublicCode(), rows[0].arrivals + 1];
      await client.query({ name: 'enter', text: LOCKED.enter, values });
      await client.query({ name: 'count', text: LOCKED.count, values: [activityId] });
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function anActivity(pool, groupId, capacity) {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO activities (id, created_at, group_id, kind, state, audience, title_id, title_en, place, opens_at, closes_at,
       starts_at, ends_at)
     VALUES ($1, now(), $2, 'workshop', 'published', 'public', 'Lokakarya', 'Workshop', 'Aula', now() - interval '1 day',
       now() + interval '6 days', now() + interval '7 days', now() + interval '8 days')`,
    [id, groupId],
  );
  await pool.query(
    `INSERT INTO activity_places (activity_id, capacity, members_only, opens_at, closes_at)
     SELECT id, $2, false, opens_at, closes_at FROM activities WHERE id = $1`,
    [id, capacity],
  );
  return id;
}

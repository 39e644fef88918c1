import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/root.mjs';
import { connected } from './bench.mjs';
import { Load, request } from './load.mjs';
import { aGrade, aGroup, browserOf, madeUpNames, seeded, signedInPeople } from './people.mjs';
import { interleaved, lineOf } from './rounds.mjs';

const PEOPLE = 100_000;
const CHAPTERS = 10;
const CONNECTIONS = 16;
const POOL = 10;
/** Until the machine code of a server is made and its plans are kept; by count, so that a slow machine warms up as well. */
const WARM_UP_REQUESTS = 4_000;
/** Before each round: a pool closes connections that had nothing to do for some seconds, and opening them is not what is measured. */
const RESUMED_REQUESTS = 300;
// Many short rounds: what disturbs the machine for some seconds then falls on all alike.
const ROUND_MS = 1_500;
const ROUNDS = 9;
const PART_REQUESTS = 600;
const PART_ROUNDS = 9;

/** What the request's way through the API is made of; `without-…` leaves one out. */
const PARTS = ['session', 'validation', 'view', 'logging', 'hooks', 'nest'];
/** What they are compared with: the whole, started in the same way and asked as often before. */
const WHOLE = 'nothing';

const require = createRequire(import.meta.url);

/** The statements as the portal sends them. */
export const statements = () => require(inRoot('dist/libs/membership/src/directory/directory.statements.js'));

/** The portal, its parts left out one at a time, and the same SQL served bare, on one database of 100 000 people. */
export function directory(bench) {
  return bench.once('directory', async () => {
    const databaseUrl = await bench.database('directory');
    const filled = await connected(databaseUrl, fill);
    const env = { ...(await bench.environment(databaseUrl)), DATABASE_POOL: String(POOL) };
    const start = async (entry, more) => {
      const { port, cpu } = await bench.start(entry, { ...env, ...more });
      return Object.assign(new Load(port, CONNECTIONS), { cpu });
    };
    const bare = await start('bench/lib/bare-directory.mjs', { BENCH_GROUP: filled.groupId });
    const ours = await start('dist/apps/api/src/main.js');
    const without = {};
    for (const part of [WHOLE, ...PARTS])
      without[part] = await start('bench/lib/api-without.mjs', { BENCH_WITHOUT: part });
    return { ...filled, bare, ours, without };
  });
}

/**
 * Requests per second of the portal against the same SQL served bare; and its processor time against that without one of
 * its parts.
 * @param {{portal: string[], bare: string[]}} targets addresses to ask for, the same things in the same order
 */
export async function compared(name, { officer, bare, ours, without }, targets, aim) {
  const asks = targets.portal.map((target) => request('GET', target, browserOf(officer)));
  const bareAsks = targets.bare.map((target) => request('GET', target));
  const warmUp = (load, list, count = WARM_UP_REQUESTS) => load.all(repeated(list, count));
  const rate = (load, list, milliseconds) => async () => {
    await warmUp(load, list, RESUMED_REQUESTS);
    return load.perSecond(milliseconds, cycle(list));
  };
  for (const load of [ours, ...Object.values(without)]) await warmUp(load, asks);
  await warmUp(bare, bareAsks);

  const whole = { ours: rate(ours, asks, ROUND_MS), bare: rate(bare, bareAsks, ROUND_MS) };
  const rates = await interleaved(whole, ROUNDS);
  const parts = {};
  for (const part of [WHOLE, ...PARTS]) parts[part] = () => processorTime(without[part], asks);
  const times = await interleaved(parts, PART_ROUNDS);
  return [
    lineOf(name, rates.ours, rates.bare, 'requests/s', aim),
    ...PARTS.map((part) => lineOf(`${name}-without-${part}`, times[WHOLE], times[part], 'ms CPU/request')),
  ];
}

/** Milliseconds of processor time that the API takes for one request: other programs on the machine hardly change it. */
async function processorTime(load, asks) {
  await load.all(repeated(asks, RESUMED_REQUESTS));
  const before = await load.cpu();
  await load.all(repeated(asks, PART_REQUESTS));
  return ((await load.cpu()) - before) / PART_REQUESTS;
}

async function fill(pool) {
  const groupId = await aGroup(pool, 'association');
  const [officer] = await signedInPeople(pool, 1);
  await pool.query(
    `INSERT INTO access_grants (id, created_at, person_id, power, group_id, valid_from, origin_type, origin_id)
     VALUES (gen_random_uuid(), now() - interval '1 day', $1, 'members.read', $2, now() - interval '1 day', 'term', gen_random_uuid())`,
    [officer.personId, groupId],
  );
  const chapters = [];
  for (let chapter = 1; chapter <= CHAPTERS; chapter += 1) {
    const id = await aGroup(pool, `chapter-${chapter}`, groupId);
    chapters.push({ id, gradeId: await aGrade(pool, id) });
  }
  const names = madeUpNames(PEOPLE);
  const people = await membersOf(pool, names, chapters);
  await pool.query('VACUUM ANALYZE people, accounts, memberships, groups, grades, sessions, access_grants');
  return { groupId, officer, people };
}

async function membersOf(pool, names, chapters) {
  const { rows } = await pool.query(
    `INSERT INTO people (id, created_at, full_name, region, phone)
     SELECT gen_random_uuid(), now(), name, 'ID-JK', '+6281234567890' FROM unnest($1::text[]) AS t (name) RETURNING id, full_name AS name`,
    [names],
  );
  await pool.query(
    `INSERT INTO accounts (id, created_at, person_id, email, email_confirmed_at)
     SELECT gen_random_uuid(), now(), id, id || '@example.org', now() FROM unnest($1::uuid[]) AS t (id)`,
    [rows.map(({ id }) => id)],
  );
  await pool.query(
    `INSERT INTO memberships (id, created_at, person_id, group_id, grade_id, number, card_code)
     SELECT gen_random_uuid(), now(), id, ($2::uuid[])[1 + place % $4], ($3::uuid[])[1 + place % $4], 'M-2026-' || place, 'code-' || place
     FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, place)`,
    [
      rows.map(({ id }) => id),
      chapters.map(({ id }) => id),
      chapters.map(({ gradeId }) => gradeId),
      chapters.length,
    ],
  );
  return rows;
}

/** What officers type: a whole name, a family name, the beginning of one. */
export function searches(people, count) {
  const draw = seeded(count);
  return Array.from({ length: count }, (_, place) => {
    const { name } = people[draw(people.length)];
    const family = name.split(' ').at(-1);
    return [name, family, family.slice(0, 5)][place % 3];
  });
}

function repeated(list, count) {
  return Array.from({ length: count }, (_, place) => list[place % list.length]);
}

function cycle(list) {
  let at = 0;
  return () => list[at++ % list.length];
}

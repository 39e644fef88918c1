import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { newId, type Actor } from '@himpun/kernel';
import { Activities, type NewActivity } from '@himpun/programmes';
import type { TestApp } from './app';
import { TestClient } from './client';

const HOUR = 3_600_000;

/** Who plans activities of a group in tests. */
export function planner(groupId: string): Actor {
  return {
    kind: 'person',
    accountId: null,
    personId: null,
    label: 'Planner',
    language: 'en',
    sessionId: null,
    powers: [{ power: 'activities.manage', groupId, until: null }],
  };
}

/** The plan of an activity that begins in a week; names only what the test is about. */
export function aPlan(api: TestApp, groupId: string, plan: Partial<NewActivity> = {}): NewActivity {
  const now = api.clock.now().getTime();
  const at = (hours: number) => new Date(now + hours * HOUR);
  return {
    groupId,
    kind: 'workshop',
    audience: 'public',
    titleId: 'Lokakarya terapi manual',
    titleEn: 'Manual therapy workshop',
    aboutId: 'Latihan di meja.',
    aboutEn: 'Practice at the table.',
    place: 'Aula RS Sardjito',
    link: null,
    zone: 'Asia/Jakarta',
    trainerPersonId: null,
    opensAt: at(-24),
    closesAt: at(24 * 6),
    requiredShare: 100,
    capacity: 30,
    sessions: [{ startsAt: at(24 * 7), endsAt: at(24 * 7 + 3) }],
    credits: [{ domain: 'practice', hours: 4 }],
    ...plan,
  };
}

/** A published activity; returns its id. */
export async function anActivity(
  api: TestApp,
  groupId: string,
  plan: Partial<NewActivity> = {},
): Promise<string> {
  const activities = api.app.get(Activities, { strict: false });
  const id = await activities.draft(planner(groupId), aPlan(api, groupId, plan));
  await activities.publish(planner(groupId), id);
  return id;
}

/** Many people signed in at once, entered in three statements. */
export async function crowd(api: TestApp, count: number): Promise<TestClient[]> {
  const members = Array.from({ length: count }, (_, place) => ({
    personId: newId(),
    accountId: randomUUID(),
    token: randomBytes(32).toString('base64url'),
    name: `Peserta ${place + 1}`,
  }));
  const now = api.clock.now();
  const column = <Key extends keyof (typeof members)[number]>(key: Key) => members.map((one) => one[key]);
  await api.db.query(
    'INSERT INTO people (id, created_at, full_name) SELECT id, $1, name FROM unnest($2::uuid[], $3::text[]) AS t (id, name)',
    [now, column('personId'), column('name')],
  );
  await api.db.query(
    `INSERT INTO accounts (id, created_at, person_id, email, email_confirmed_at)
     SELECT id, $1::timestamptz, person, id || '@example.org', $1::timestamptz FROM unnest($2::uuid[], $3::uuid[]) AS t (id, person)`,
    [now, column('accountId'), column('personId')],
  );
  await api.db.query(
    `INSERT INTO sessions (id, created_at, account_id, token_hash, last_seen_at, expires_at)
     SELECT gen_random_uuid(), $1::timestamptz, account, hash, $1::timestamptz, $1::timestamptz + interval '30 days' FROM unnest($2::uuid[], $3::bytea[]) AS t (account, hash)`,
    [now, column('accountId'), column('token').map((token) => createHash('sha256').update(token).digest())],
  );
  return members.map(
    ({ accountId, personId, token }) => new TestClient(api, `__Host-himpun=${token}`, accountId, personId),
  );
}

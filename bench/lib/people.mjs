import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';

const SYLLABLES =
  'a an ar ba bu da di du eka fi ga gu ha in ja ju ka ki ku la li lu ma mi mu na ni nu pa pu ra ri ru sa si su ta ti tu wa wi ya yu'.split(
    ' ',
  );

/** The same made-up numbers in every run (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Names of two and three words out of some hundreds of given names and some thousands of family names, as people have them. */
export function madeUpNames(count, seed = 1) {
  const draw = seeded(seed);
  const word = (syllables) => {
    const text = Array.from({ length: syllables }, () => SYLLABLES[draw(SYLLABLES.length)]).join('');
    return text[0].toUpperCase() + text.slice(1);
  };
  const given = Array.from({ length: 400 }, () => word(2 + draw(2)));
  const family = Array.from({ length: 3_000 }, () => word(3 + draw(2)));
  // Some names are far more common than others.
  const common = (list) => list[Math.min(draw(list.length), draw(list.length))];
  return Array.from({ length: count }, () =>
    draw(3) === 0
      ? `${common(given)} ${common(given)} ${common(family)}`
      : `${common(given)} ${common(family)}`,
  );
}

/**
 * Signed-in people, entered in three statements.
 * @returns {Promise<{personId: string, accountId: string, token: string, name: string}[]>}
 */
export async function signedInPeople(pool, count, { name, npi } = {}) {
  const names = madeUpNames(count, count);
  const people = names.map((madeUp, place) => ({
    name: name ?? madeUp,
    personId: v7(),
    accountId: v7(),
    token: randomBytes(32).toString('base64url'),
    number: npi?.(place),
  }));
  const column = (key) => people.map((person) => person[key]);
  await pool.query(
    `INSERT INTO people (id, created_at, full_name, birth_date, phone)
     SELECT id, now(), name, '1990-02-28', '+6281234567890' FROM unnest($1::uuid[], $2::text[]) AS t (id, name)`,
    [column('personId'), column('name')],
  );
  await pool.query(
    `INSERT INTO accounts (id, created_at, person_id, email, email_confirmed_at)
     SELECT id, now(), person, id || '@example.org', now() FROM unnest($1::uuid[], $2::uuid[]) AS t (id, person)`,
    [column('accountId'), column('personId')],
  );
  await pool.query(
    `INSERT INTO sessions (id, created_at, account_id, token_hash, last_seen_at, expires_at)
     SELECT id, now(), account, hash, now(), now() + interval '12 hours'
     FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS t (id, account, hash)`,
    [people.map(() => v7()), column('accountId'), people.map(({ token }) => sha256(token))],
  );
  return people;
}

/** Headers of a request of this person's browser. */
export function browserOf({ token }) {
  return { Cookie: `__Host-himpun=${token}`, 'Sec-Fetch-Site': 'same-origin' };
}

/** A group at the top of a tree, or below `parent`. */
export async function aGroup(pool, slug, parent = null) {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO groups (id, created_at, parent_id, path, kind, slug, name_id, name_en, short_name)
     VALUES ($1, now(), $2::uuid, array_remove(ARRAY[$2::uuid, $1], NULL), 'professional', $3, $3, $3, $3)`,
    [id, parent, slug],
  );
  return id;
}

export async function aGrade(pool, groupId) {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO grades (id, created_at, group_id, code, name_id, name_en, number_pattern)
     VALUES ($1, now(), $2, 'full', 'Anggota biasa', 'Full member', 'M-{year}-{seq:6}')`,
    [id, groupId],
  );
  return id;
}

const sha256 = (text) => createHash('sha256').update(text).digest();

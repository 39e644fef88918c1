import { openAsBlob } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { until } from './bench.mjs';
import { aGroup, browserOf, signedInPeople } from './people.mjs';

const PATIENCE_MS = 900_000;

/** An officer who imports registers of a group of their own. */
export async function anOfficer(pool, slug) {
  const groupId = await aGroup(pool, slug);
  const [officer] = await signedInPeople(pool, 1);
  await pool.query(
    `INSERT INTO access_grants (id, created_at, person_id, power, group_id, valid_from, origin_type, origin_id)
     VALUES ($1, now() - interval '1 day', $2, 'registers.import', $3, now() - interval '1 day', 'bench', $1)`,
    [randomUUID(), officer.personId, groupId],
  );
  return { ...officer, groupId };
}

export async function aRegister(pool, { groupId }, authority) {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO registers (id, created_at, group_id, authority, authority_key, name_id, name_en)
     VALUES ($1, now(), $2, $3, lower($3), $3, $3)`,
    [id, groupId, authority],
  );
  return id;
}

/** Uploads a file as an officer does; nothing is read of it before a worker comes. Answers with the import's id. */
export async function uploaded(port, officer, registerId, file) {
  const form = new FormData();
  form.set('file', await openAsBlob(file), 'register.csv');
  const response = await fetch(`http://127.0.0.1:${port}/api/registers/${registerId}/imports`, {
    method: 'POST',
    body: form,
    headers: browserOf(officer),
  });
  if (response.status !== 201) throw new Error(`The upload was refused: ${await response.text()}`);
  return (await response.json()).id;
}

export async function confirmed(port, officer, registerId, importId) {
  const response = await fetch(
    `http://127.0.0.1:${port}/api/registers/${registerId}/imports/${importId}/confirmation`,
    {
      method: 'POST',
      body: '{"reason":"bench"}',
      headers: { ...browserOf(officer), 'Content-Type': 'application/json' },
    },
  );
  if (response.status !== 202) throw new Error(`The confirmation was refused: ${await response.text()}`);
}

/** Waits until the import is in this state; fails when it ends in another. */
export function reaches(pool, importId, state) {
  return until(
    async () => {
      const { rows } = await pool.query('SELECT state, error_count FROM register_imports WHERE id = $1', [
        importId,
      ]);
      if (rows[0].state === 'refused')
        throw new Error(`The file was refused with ${rows[0].error_count} faults.`);
      return rows[0].state === state;
    },
    PATIENCE_MS,
    `An import that is ${state}`,
  );
}

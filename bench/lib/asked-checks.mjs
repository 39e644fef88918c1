import { randomUUID } from 'node:crypto';

/** Writes down one check at the NPI registry per applicant, as a submission would; their ids. */
export async function requestedChecks(pool, { groupId }, applicants) {
  const { rows } = await pool.query(
    `INSERT INTO checks (id, created_at, credential_id, credential_version, person_id, group_id, origin_type, origin_id,
       source, claim, run_state)
     SELECT gen_random_uuid(), now(), c.id, 1, c.person_id, $2, 'application', gen_random_uuid(), 'npi_registry',
       jsonb_build_object('kind', 'licence', 'holderName', c.holder_name, 'number', c.number, 'authority', c.authority,
         'profession', c.profession, 'title', NULL, 'institution', NULL, 'level', NULL, 'field', NULL, 'validFrom', NULL,
         'validUntil', NULL, 'startedOn', NULL, 'endedOn', NULL), 'queued'
     FROM credentials c WHERE c.id = ANY ($1::uuid[]) RETURNING id`,
    [applicants.map(({ credentialId }) => credentialId), groupId],
  );
  return rows.map(({ id }) => id);
}

/** Lets the worker hear of all of them in one moment. */
export async function announced(pool, ids, source) {
  await pool.query(
    `INSERT INTO outbox_messages (id, type, payload, occurred_at)
     SELECT message, 'credentials.check_requested', jsonb_build_object('checkId', check_id, 'source', $3::text), now()
     FROM unnest($1::uuid[], $2::uuid[]) AS t (message, check_id)`,
    [ids.map(() => randomUUID()), ids, source],
  );
}

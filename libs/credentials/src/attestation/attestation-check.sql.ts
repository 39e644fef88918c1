import type { EntityManager } from 'typeorm';

/** The source whose answers come from institutions themselves. */
export const ISSUER_ATTESTATION = 'issuer_attestation';

/**
 * The check that an institution's answer will end: of the same claim, version and origin as the check it is asked from.
 * One that has ended is opened again. It waits, queued, until there is something to read.
 */
export async function openCheck(
  tx: EntityManager,
  id: string,
  fromCheckId: string,
  now: Date,
): Promise<string> {
  const [row]: { id: string }[] = await tx.query(OPEN, [id, fromCheckId, now, ISSUER_ATTESTATION]);
  if (!row) throw new Error(`no check ${fromCheckId}`);
  return row.id;
}

const OPEN = `
  INSERT INTO checks (id, created_at, credential_id, credential_version, person_id, group_id, origin_type, origin_id, source,
    claim, run_state, action)
  SELECT $1::uuid, $3::timestamptz, credential_id, credential_version, person_id, group_id, origin_type, origin_id, $4::text,
    claim, 'queued', 'none'
  FROM checks WHERE id = $2
  ON CONFLICT ON CONSTRAINT checks_once DO UPDATE SET run_state = 'queued', outcome = NULL, action = 'none', acted_by = NULL,
    acted_at = NULL, reasons = '[]', ended_at = NULL
  RETURNING id`;

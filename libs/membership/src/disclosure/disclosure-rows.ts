import type { EntityManager } from 'typeorm';

/** Hands the newest answers to the group with the rest of the application; returns the files that go with them. */
export async function passOnDisclosures(
  tx: EntityManager,
  applicationId: string,
  now: Date,
): Promise<string[]> {
  const [rows]: [{ evidenceFileIds: string[] }[], number] = await tx.query(
    `UPDATE disclosures SET submitted_at = $2 WHERE application_id = $1 AND submitted_at IS NULL
     RETURNING evidence_file_ids AS "evidenceFileIds"`,
    [applicationId, now],
  );
  return rows.flatMap(({ evidenceFileIds }) => evidenceFileIds);
}

/** How many of the files are the person's, kept as evidence, and still there. */
export async function ownFiles(
  tx: EntityManager,
  personId: string,
  fileIds: readonly string[],
): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM files
     WHERE id = ANY ($1::uuid[]) AND owner_person_id = $2 AND purpose = 'evidence' AND deleted_at IS NULL`,
    [fileIds, personId],
  );
  return row?.count ?? 0;
}

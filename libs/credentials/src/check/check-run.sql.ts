import type { Claim, CredentialKind } from '../credential/claim';
import type { CheckRequest } from '../source/check-source';

/** $1 check, $2 now. No row: it has ended, or never was. One statement also brings all that a source may ask for. */
export const TAKE = `
  UPDATE checks k SET run_state = 'running', started_at = coalesce(k.started_at, $2), attempts = k.attempts + 1,
    next_try_at = NULL
  FROM people p LEFT JOIN accounts a ON a.person_id = p.id
  WHERE k.id = $1 AND k.run_state IN ('queued', 'running') AND p.id = k.person_id
  RETURNING k.id, k.credential_id AS "credentialId", k.group_id AS "groupId", k.source, k.claim,
    k.origin_type AS "originType", k.origin_id AS "originId", p.id AS "personId", p.full_name AS "fullName",
    p.birth_date::text AS "birthDate", CASE WHEN a.email_confirmed_at IS NOT NULL THEN a.email END AS email,
    k.attempts, k.waiting_since AS "waitingSince"`;

/** $1 check, $2 until, $3 now. The check waits for its source; nothing was asked, so no attempt is spent. */
export const PARK = `
  UPDATE checks SET run_state = 'queued', next_try_at = $2, waiting_since = coalesce(waiting_since, $3),
    attempts = attempts - 1
  WHERE id = $1 AND run_state = 'running'`;

/** The end of a check with its audit entry, its announcement and the answer kept: all or none, and only for a check that runs. */
export const END = `
  WITH ended AS (
    UPDATE checks SET run_state = $2, outcome = $3, action = $4, reasons = $5, fields = $6, query = $7, answer = $8,
      answer_hash = $9, source_version = $10, ended_at = $11::timestamptz, waiting_since = NULL
    WHERE id = $1 AND run_state = 'running' RETURNING id, source),
  audited AS (
    INSERT INTO audit_entries (id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action, subject_type,
      subject_id, group_id, reason, details)
    SELECT $12::uuid, $13::timestamptz, $14::text, $15::uuid, $16::uuid, $17::text, $18::text, $19::text, $20::uuid, $21::uuid,
      $22::text, $23::jsonb
    FROM ended),
  kept AS (
    INSERT INTO source_answers (key, source, answer, received_at, until)
    SELECT $26::bytea, source, $27::jsonb, $11, $28::timestamptz FROM ended WHERE $26::bytea IS NOT NULL
    ON CONFLICT (key) DO UPDATE SET answer = excluded.answer, received_at = excluded.received_at, until = excluded.until)
  INSERT INTO outbox_messages (id, type, payload, occurred_at)
  SELECT $24::uuid, 'credentials.check_ended', $25::jsonb, $11::timestamptz FROM ended`;

export interface TakenRow extends Record<string, unknown> {
  id: string;
  credentialId: string;
  groupId: string;
  source: string;
  claim: Claim & { kind: CredentialKind };
  originType: string;
  originId: string;
  personId: string;
  fullName: string;
  birthDate: string | null;
  email: string | null;
  attempts: number;
  waitingSince: Date | null;
}

/** A check that is being run: what its source is asked, and where it came from. */
export interface TakenCheck extends CheckRequest {
  source: string;
  originType: string;
  originId: string;
  waitingSince: Date | null;
}

export function takenCheck(row: TakenRow, attempt: number): TakenCheck {
  const { kind, ...claim } = row.claim;
  return {
    checkId: row.id,
    credentialId: row.credentialId,
    groupId: row.groupId,
    kind,
    claim,
    person: {
      id: row.personId,
      fullName: row.fullName,
      birthDate: row.birthDate,
      confirmedEmail: row.email,
    },
    attempt,
    // Asked before and still open, or asked for again by a person: an answer of the past will not do.
    fresh: row.attempts > 1,
    source: row.source,
    originType: row.originType,
    originId: row.originId,
    waitingSince: row.waitingSince,
  };
}

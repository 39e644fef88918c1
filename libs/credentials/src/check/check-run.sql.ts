import type { Claim, CredentialKind } from '../credential/claim';
import type { CheckRequest } from '../source/check-source';

/** $1 checks, $2 now. No row: it has ended, or never was. One statement also brings all that a source may ask for. */
export const TAKE = `
  UPDATE checks k SET run_state = 'running', started_at = coalesce(k.started_at, $2), attempts = k.attempts + 1,
    next_try_at = NULL
  FROM people p LEFT JOIN accounts a ON a.person_id = p.id
  WHERE k.id = ANY ($1::uuid[]) AND k.run_state IN ('queued', 'running') AND p.id = k.person_id
  RETURNING k.id, k.credential_id AS "credentialId", k.group_id AS "groupId", k.source, k.claim,
    k.origin_type AS "originType", k.origin_id AS "originId", p.id AS "personId", p.full_name AS "fullName",
    p.birth_date::text AS "birthDate", CASE WHEN a.email_confirmed_at IS NOT NULL THEN a.email END AS email,
    k.attempts, k.waiting_since AS "waitingSince"`;

/** $1 check, $2 until, $3 now. The check waits for its source; nothing was asked, so no attempt is spent. */
export const PARK = `
  UPDATE checks SET run_state = 'queued', next_try_at = $2, waiting_since = coalesce(waiting_since, $3),
    attempts = attempts - 1
  WHERE id = $1 AND run_state = 'running'`;

/** What END is given of each check, one array per value; no check twice. Then $N now. */
const GIVEN = [
  ...[
    'id uuid',
    'run_state text',
    'outcome text',
    'action text',
    'reasons jsonb',
    'fields jsonb',
    'query jsonb',
  ],
  ...['answer text', 'answer_hash bytea', 'source_version text'],
  ...[
    'act_id uuid',
    'act_at timestamptz',
    'actor_kind text',
    'actor_account_id uuid',
    'actor_person_id uuid',
  ],
  ...[
    'actor_label text',
    'act text',
    'subject_type text',
    'subject_id uuid',
    'act_group_id uuid',
    'act_reason text',
  ],
  ...[
    'details jsonb',
    'message_id uuid',
    'payload jsonb',
    'key bytea',
    'kept_answer jsonb',
    'until timestamptz',
  ],
].map((column) => column.split(' ') as [string, string]);
const NOW = `$${GIVEN.length + 1}::timestamptz`;

/** The ends of checks with their audit entries, announcements and the answers kept: all or none, and only for checks that run. */
export const END = `
  WITH given AS (
    SELECT * FROM unnest(${GIVEN.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ')})
      AS g (${GIVEN.map(([name]) => name).join(', ')})),
  ended AS (
    UPDATE checks k SET run_state = g.run_state, outcome = g.outcome, action = g.action, reasons = g.reasons,
      fields = g.fields, query = g.query, answer = g.answer, answer_hash = g.answer_hash,
      source_version = g.source_version, ended_at = ${NOW}, waiting_since = NULL
    FROM given g WHERE k.id = g.id AND k.run_state = 'running' RETURNING k.id, k.source),
  audited AS (
    INSERT INTO audit_entries (id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action, subject_type,
      subject_id, group_id, reason, details)
    SELECT act_id, act_at, actor_kind, actor_account_id, actor_person_id, actor_label, act, subject_type, subject_id,
      act_group_id, act_reason, details
    FROM ended JOIN given USING (id) ORDER BY act_id),
  kept AS (
    INSERT INTO source_answers (key, source, answer, received_at, until)
    SELECT DISTINCT ON (key) key, source, kept_answer, ${NOW}, until FROM ended JOIN given USING (id)
    WHERE key IS NOT NULL ORDER BY key
    ON CONFLICT (key) DO UPDATE SET answer = excluded.answer, received_at = excluded.received_at, until = excluded.until)
  INSERT INTO outbox_messages (id, type, payload, occurred_at)
  SELECT message_id, 'credentials.check_ended', payload, ${NOW} FROM ended JOIN given USING (id) ORDER BY message_id`;

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

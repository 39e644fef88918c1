import { superseded } from '../renewal/renewals.sql';

/** The source's own word on a check: what a person set instead stands in `outcome`, the first answer with the review. */
const SOURCES_OUTCOME = `coalesce((SELECT v.outcome_before FROM check_reviews v WHERE v.check_id = k.id
    AND v.outcome_before IS NOT NULL ORDER BY v.id LIMIT 1), k.outcome)`;

const ANSWERED = `k.id, k.run_state AS "runState", ${SOURCES_OUTCOME} AS outcome, k.fields`;

/** $1 credentials, $2 group. The newest ended check of each credential's present version at each source. */
export const TO_WATCH = `
  SELECT DISTINCT ON (k.credential_id, k.source) ${ANSWERED}, k.credential_id AS "credentialId", k.source,
    k.ended_at AS "endedAt", c.kind, c.valid_until::text AS "validUntil"
  FROM checks k JOIN credentials c ON c.id = k.credential_id AND c.version = k.credential_version
  WHERE k.credential_id = ANY ($1::uuid[]) AND k.group_id = $2 AND k.ended_at IS NOT NULL
  ORDER BY k.credential_id, k.source, k.id DESC`;

/** $1 watches as JSON, $2 group, $3 now. A member who came back is watched anew from the newest check. */
export const WATCH = `
  INSERT INTO credential_watches (id, created_at, credential_id, group_id, source, check_id, expires_on, due_at)
  SELECT w.id, $3, w."credentialId", $2, w.source, w."checkId", w."expiresOn", w."dueAt"
  FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, "credentialId" uuid, source text, "checkId" uuid, "expiresOn" date,
    "dueAt" timestamptz)
  ON CONFLICT ON CONSTRAINT credential_watches_once DO UPDATE SET check_id = excluded.check_id,
    expires_on = excluded.expires_on, due_at = excluded.due_at
  WHERE excluded.check_id > credential_watches.check_id`;

/** $1 now, $2 sources, $3 how many questions a source may have open. Other workers pass over what is taken here. */
export const TAKE_DUE = `
  SELECT w.*, k.ended_at AS "endedAt", k.run_state AS "runState", c.kind
  FROM unnest($2::text[]) AS s (source)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS open FROM checks o
    WHERE o.source = s.source AND o.origin_type = 'recheck' AND o.ended_at IS NULL) busy
  CROSS JOIN LATERAL (
    SELECT d.id, d.credential_id AS "credentialId", d.group_id AS "groupId", d.source, d.check_id AS "checkId",
      d.expires_on::text AS "expiresOn"
    FROM credential_watches d WHERE d.source = s.source AND d.due_at <= $1
      AND NOT ${superseded('d')}
    ORDER BY d.due_at LIMIT greatest(0, $3 - busy.open) FOR UPDATE SKIP LOCKED) w
  JOIN checks k ON k.id = w."checkId" JOIN credentials c ON c.id = w."credentialId"`;

/** $1 as JSON: watch, when to look again. */
export const PLAN = `
  UPDATE credential_watches w SET due_at = p."dueAt"
  FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, "dueAt" timestamptz) WHERE w.id = p.id`;

/** $1 as JSON: new check, the one it follows; $2 now. What was asked is asked again, word for word; once after each check. */
export const ASK_AGAIN = `
  INSERT INTO checks (id, created_at, credential_id, credential_version, person_id, group_id, origin_type, origin_id, follows_id,
    source, claim, run_state, action, reasons)
  SELECT n.id, $2, k.credential_id, k.credential_version, k.person_id, k.group_id, 'recheck', k.id, k.id, k.source, k.claim,
    'queued', 'none', '[]'
  FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, "followsId" uuid) JOIN checks k ON k.id = n."followsId"
  ON CONFLICT DO NOTHING RETURNING id, source`;

/** $1 check. The re-check with its watch, which stays locked: two words on one credential are weighed one after the other. */
export const RECHECKED = `
  SELECT ${ANSWERED}, k.credential_id AS "credentialId", k.group_id AS "groupId", k.source, k.action, k.outcome AS "present",
    k.ended_at AS "endedAt", c.kind, w.id AS "watchId", w.check_id AS "newestId", w.expires_on::text AS "expiresOn"
  FROM checks k JOIN credentials c ON c.id = k.credential_id
  JOIN credential_watches w ON w.credential_id = k.credential_id AND w.group_id = k.group_id AND w.source = k.source
  WHERE k.id = $1 AND k.origin_type = 'recheck' AND k.ended_at IS NOT NULL AND NOT ${superseded('w')} FOR UPDATE OF w`;

/** $1 check. The answer before it: questions that nobody could answer are passed over. */
export const ANSWER_BEFORE = `
  WITH RECURSIVE chain AS (
    SELECT p.* FROM checks n JOIN checks p ON p.id = n.follows_id WHERE n.id = $1
    UNION ALL SELECT p.* FROM chain n JOIN checks p ON p.id = n.follows_id WHERE n.run_state <> 'ran')
  SELECT ${ANSWERED} FROM chain k WHERE k.run_state = 'ran' ORDER BY k.id DESC LIMIT 1`;

/** $1 watch, $2 check, $3 last day, $4 when to look again. */
export const NOTE = `
  UPDATE credential_watches SET check_id = $2, expires_on = $3, due_at = $4 WHERE id = $1 AND check_id <= $2`;

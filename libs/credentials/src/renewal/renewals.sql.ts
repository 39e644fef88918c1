/** $1 credential. The groups that have an eye on it, because a membership of theirs rests on it. */
export const RELYING_GROUPS = `
  SELECT g.id, g.path FROM groups g
  WHERE EXISTS (SELECT 1 FROM credential_watches w WHERE w.credential_id = $1 AND w.group_id = g.id) ORDER BY g.id`;

/** $1 credential. A row while a renewal of it is being looked at, or where one counts already. */
export const UNDER_WAY = `
  SELECT n.confirmed_at IS NOT NULL AS "isDone" FROM credential_renewals n
  WHERE n.follows_id = $1 AND (n.confirmed_at IS NOT NULL OR EXISTS (
    SELECT 1 FROM checks k WHERE k.origin_type = 'renewal' AND k.origin_id = n.id
      AND (k.ended_at IS NULL OR k.action = 'needs_person')))
  ORDER BY n.confirmed_at NULLS LAST LIMIT 1`;

/** The last day of a credential `c`, as its sources have it or else as it was claimed. */
export const LAST_DAY = `coalesce((SELECT max(w.expires_on) FROM credential_watches w WHERE w.credential_id = c.id), c.valid_until)`;

/** $1 credential. */
export const KNOWN_UNTIL = `SELECT ${LAST_DAY}::text AS until FROM credentials c WHERE c.id = $1`;

/** $1 credential. */
export const EVIDENCE = `SELECT file_id AS "fileId" FROM credential_evidence WHERE credential_id = $1`;

/** $1 renewal. Locked, so that two answers about one renewal are weighed one after the other. */
export const RENEWAL = `
  SELECT n.id AS "renewalId", n.credential_id AS "credentialId", n.follows_id AS "followsId", n.group_id AS "groupId",
    n.confirmed_at AS "confirmedAt", c.kind
  FROM credential_renewals n JOIN credentials c ON c.id = n.credential_id WHERE n.id = $1 FOR UPDATE OF n`;

/** $1 renewal. The newest check at each source. */
export const CHECKS_OF_RENEWAL = `
  SELECT k.id, k.run_state AS "runState", k.outcome, k.action FROM checks k
  WHERE k.origin_type = 'renewal' AND k.origin_id = $1 ORDER BY k.ended_at NULLS LAST, k.id`;

/** Whether the credential of a watch, or of a reminder, was renewed for its group: another one stands in its place. */
export const superseded = (row: string): string => `EXISTS (SELECT 1 FROM credential_renewals n
  WHERE n.follows_id = ${row}.credential_id AND n.group_id = ${row}.group_id AND n.confirmed_at IS NOT NULL)`;

/** $1 credential. It and all it took the place of, newest first. */
export const LINE_OF = `
  WITH RECURSIVE line AS (
    SELECT c.id, c.renews_id, 0 AS step FROM credentials c WHERE c.id = $1
    UNION ALL SELECT c.id, c.renews_id, l.step + 1 FROM line l JOIN credentials c ON c.id = l.renews_id)`;

/** $1 credential, $2 group. Nobody is asked about it any more. */
export const REST = 'UPDATE credential_watches SET due_at = NULL WHERE credential_id = $1 AND group_id = $2';

/** $1 renewal. */
export const LETTER = `
  SELECT c.person_id AS "personId", c.kind, coalesce(c.number, c.title) AS credential, g.name_id AS "groupNameId",
    g.name_en AS "groupNameEn", ${LAST_DAY}::text AS "lastDay"
  FROM credential_renewals n JOIN credentials c ON c.id = n.credential_id JOIN groups g ON g.id = n.group_id WHERE n.id = $1`;

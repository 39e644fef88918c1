import { LIST_RESULTS } from './list-result.policy';

/** $1 list, $2 rows as JSON. */
export const INSERT_ROWS = `
  INSERT INTO verification_list_rows (id, list_id, row_no, key, number, name, birth_date, authority, profession, valid_until)
  SELECT r.id, $1::uuid, r.row, r.key, r.number, r.name, r."birthDate", r.authority, r.profession, r."validUntil"
  FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, row int, key text, number text, name text, "birthDate" date,
    authority text, profession text, "validUntil" date)`;

/** $1 list, $2 faults noted before, $3 faults as JSON. */
export const INSERT_PROBLEMS = `
  INSERT INTO verification_list_problems (list_id, place, row_no, heading, code, value)
  SELECT $1::uuid, $2::int + p.place, p.row, p."column", p.code, p.value
  FROM jsonb_to_recordset($3::jsonb) AS p (place int, row int, "column" text, code text, value text)`;

/** $1 list, $2 faults noted before, $3 heading of the number, $4 how many more are listed. One row for each double. */
export const NOTE_LIST_DOUBLES = `
  WITH doubles AS (
    SELECT row_no, number, row_number() OVER (ORDER BY row_no) AS place FROM (
      SELECT row_no, number, row_number() OVER (PARTITION BY key ORDER BY row_no) AS nth
      FROM verification_list_rows WHERE list_id = $1) n WHERE nth > 1),
  noted AS (
    INSERT INTO verification_list_problems (list_id, place, row_no, heading, code, value)
    SELECT $1, $2::int + place, row_no, $3::text, 'number_twice', left(number, 80) FROM doubles WHERE place <= $4::int)
  SELECT row_no FROM doubles`;

/** $1 list, $2 answers that are to come, as JSON. */
export const INSERT_ANSWERS = `
  INSERT INTO verification_list_answers (id, list_id, row_id, row_no, source, run_state, reasons, ended_at)
  SELECT a.id, $1::uuid, a."rowId", a.row, a.source, a."runState", a.reasons, a."endedAt"
  FROM jsonb_to_recordset($2::jsonb) AS a (id uuid, "rowId" uuid, row int, source text, "runState" text, reasons jsonb,
    "endedAt" timestamptz)`;

/**
 * Takes the next question of a list for one source. $1 list, $2 source, $3 by whom, $4 until when, $5 now. One whose taker
 * died is taken again when its time is over.
 */
export const CLAIM = `
  WITH next AS (
    SELECT q.id FROM verification_list_answers q JOIN verification_lists l ON l.id = q.list_id
    WHERE q.list_id = $1 AND q.source = $2 AND l.state = 'running' AND q.run_state IN ('queued', 'running')
      AND CASE q.run_state WHEN 'queued' THEN q.next_try_at IS NULL OR q.next_try_at <= $5 ELSE q.taken_until <= $5 END
    ORDER BY q.row_no LIMIT 1 FOR UPDATE OF q SKIP LOCKED)
  UPDATE verification_list_answers a SET run_state = 'running', taken_by = $3, taken_until = $4, next_try_at = NULL,
    attempts = a.attempts + 1, started_at = coalesce(a.started_at, $5)
  FROM next, verification_list_rows r, verification_lists l
  WHERE a.id = next.id AND r.id = a.row_id AND l.id = a.list_id
  RETURNING a.id, a.source, a.attempts, r.id AS "rowId", r.number, r.name, r.birth_date::text AS "birthDate", r.authority,
    r.profession, r.valid_until::text AS "validUntil", l.id AS "listId", l.group_id AS "groupId"`;

export interface ClaimedQuestion extends Record<string, unknown> {
  id: string;
  source: string;
  attempts: number;
  rowId: string;
  number: string;
  name: string;
  birthDate: string | null;
  authority: string;
  profession: string | null;
  validUntil: string | null;
  listId: string;
  groupId: string;
}

/**
 * Takes the turn with a source of a list. $1 list, $2 source, $3 who, $4 until when, $5 now. No row: another one has it. The
 * message that said so is not outstanding any more.
 */
export const TAKE_TURN = `
  UPDATE verification_list_sources SET holder = $3, holder_until = $4, announced_at = NULL
  WHERE list_id = $1 AND source = $2 AND (holder IS NULL OR holder_until <= $5)
  RETURNING waiting_since AS since`;

/** The turn is over. $1 list, $2 source, $3 who. */
export const END_TURN = `
  UPDATE verification_list_sources SET holder = NULL, holder_until = NULL
  WHERE list_id = $1 AND source = $2 AND holder = $3`;

/** Who is still at work says so, of the turn and of each question. $1 who, $2 until. */
export const STAY = `
  WITH turn AS (UPDATE verification_list_sources SET holder_until = $2 WHERE holder = $1)
  UPDATE verification_list_answers SET taken_until = $2 WHERE taken_by = $1 AND run_state = 'running'`;

/** Puts a question back. $1 answer, $2 taker, $3 not before, $4 attempts that do not count. */
export const PUT_BACK = `
  UPDATE verification_list_answers SET run_state = 'queued', taken_by = NULL, taken_until = NULL, next_try_at = $3,
    attempts = attempts - $4::int
  WHERE id = $1 AND taken_by = $2 AND run_state = 'running'`;

/** The source may not be asked now. $1 list, $2 source, $3 until, $4 now. */
export const HOLD_SOURCE = `
  UPDATE verification_list_sources SET next_try_at = $3, waiting_since = coalesce(waiting_since, $4)
  WHERE list_id = $1 AND source = $2`;

/** An answer with its audit entry and what is kept of it: all or none, and only by who has the question. */
export const WRITE_ANSWER = `
  WITH ended AS (
    UPDATE verification_list_answers SET run_state = $3, outcome = $4, reasons = $5, fields = $6, query = $7, answer = $8,
      answer_hash = $9, source_version = $10, ended_at = $11::timestamptz, taken_by = NULL, taken_until = NULL
    WHERE id = $1 AND taken_by = $2 AND run_state = 'running' RETURNING id, source),
  audited AS (
    INSERT INTO audit_entries (id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action, subject_type,
      subject_id, group_id, reason, details)
    SELECT $12::uuid, $13::timestamptz, $14::text, $15::uuid, $16::uuid, $17::text, $18::text, $19::text, $20::uuid, $21::uuid,
      $22::text, $23::jsonb
    FROM ended)
  INSERT INTO source_answers (key, source, answer, received_at, until)
  SELECT $24::bytea, source, $25::jsonb, $11, $26::timestamptz FROM ended WHERE $24::bytea IS NOT NULL
  ON CONFLICT (key) DO UPDATE SET answer = excluded.answer, received_at = excluded.received_at, until = excluded.until`;

/** Whether a source of a list can be asked something at $2. */
const DUE = `
  EXISTS (SELECT 1 FROM verification_list_answers q WHERE q.list_id = s.list_id AND q.source = s.source
    AND q.run_state IN ('queued', 'running')
    AND CASE q.run_state WHEN 'queued' THEN q.next_try_at IS NULL OR q.next_try_at <= $2 ELSE q.taken_until <= $2 END)`;

/**
 * Marks and answers what is due. $1 list (null: any), $2 now, $3 the source (null: any), $4 a message announced before that
 * must have been lost. One message at a time, and none while somebody is at it.
 */
export const ANNOUNCE_DUE = `
  WITH due AS (
    SELECT s.list_id, s.source FROM verification_list_sources s JOIN verification_lists l ON l.id = s.list_id
    WHERE l.state = 'running' AND ($1::uuid IS NULL OR s.list_id = $1) AND ($3::text IS NULL OR s.source = $3)
      AND (s.next_try_at IS NULL OR s.next_try_at <= $2) AND (s.announced_at IS NULL OR s.announced_at <= $4)
      AND (s.holder IS NULL OR s.holder_until <= $2) AND ${DUE}
    FOR UPDATE OF s SKIP LOCKED)
  UPDATE verification_list_sources s SET announced_at = $2, next_try_at = NULL FROM due
  WHERE s.list_id = due.list_id AND s.source = due.source RETURNING s.list_id AS "listId", s.source`;

/** Lists of which every question has its answer end. $1 list (null: any), $2 now. */
export const FINISH_LISTS = `
  UPDATE verification_lists l SET state = 'finished', ended_at = $2
  WHERE l.state = 'running' AND ($1::uuid IS NULL OR l.id = $1)
    AND NOT EXISTS (SELECT 1 FROM verification_list_answers q WHERE q.list_id = l.id AND q.run_state IN ('queued', 'running'))
  RETURNING l.id, l.group_id AS "groupId", l.row_count AS rows`;

/** What one answer comes to, as `answerResult` says it; `a` is the answer. */
export const ANSWER_RESULT = `CASE WHEN a.run_state IN ('queued', 'running') THEN 'waiting'
  WHEN a.run_state = 'ran' THEN coalesce(a.outcome, 'partial') ELSE a.run_state END`;

const ORDER = `ARRAY[${LIST_RESULTS.map((result) => `'${result}'`).join(', ')}]::text[]`;

/** What all answers `a` of a row come to, as `listResult` says it. */
export const ROW_RESULT = `(${ORDER})[min(array_position(${ORDER}, ${ANSWER_RESULT}))]`;

import type { LocalDate, Reason } from '@himpun/kernel';
import type { CheckOutcome, RunState } from '../check/check.states';
import type { DateForm, FileFormat } from '../register/file/register-file';
import type { ComparedField } from '../source/check-source';
import type { ListResult } from './list-result.policy';
import type { ListMapping } from './list-row.policy';
import { ROW_RESULT } from './verification-list.sql';
import type { ListReport } from './verification-list.entity';
import type { ListState } from './verification-list.states';

/** One list among others. */
export interface ListLine extends Record<string, unknown> {
  id: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  name: string;
  state: ListState;
  /** People in it. */
  rows: number;
  /** People whose result is there. */
  done: number;
  errors: number;
  createdAt: Date;
  createdBy: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  erasedAt: Date | null;
}

/** A list as its own page begins. */
export interface ListDetailRow extends ListLine {
  fileName: string;
  fileSize: number;
  /** Hex. */
  fileSha256: string;
  format: FileFormat;
  mapping: ListMapping;
  dates: DateForm;
  authority: string | null;
  profession: string | null;
  report: ListReport;
  startedBy: string | null;
  /** Since when it goes on. */
  goingSince: Date | null;
  canReread: boolean;
}

/** One source's answer about one person. */
export interface ListAnswer {
  id: string;
  source: string;
  runState: RunState;
  outcome: CheckOutcome | null;
  reasons: Reason[];
  fields: ComparedField[];
  query: Record<string, unknown> | null;
  answer: string | null;
  answerHash: string | null;
  sourceVersion: string | null;
  attempts: number;
  endedAt: string | null;
}

/** One person of a list. */
export interface ListPerson extends Record<string, unknown> {
  id: string;
  /** The line in the file, the header being 1. */
  row: number;
  number: string;
  name: string;
  birthDate: LocalDate | null;
  authority: string;
  profession: string | null;
  validUntil: LocalDate | null;
  result: ListResult;
  checkedAt: Date | null;
  answers: ListAnswer[];
}

const LINE_COLUMNS = `l.id, l.group_id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", l.name, l.state,
  l.row_count AS rows, l.error_count AS errors, l.created_at AS "createdAt", c.full_name AS "createdBy",
  l.started_at AS "startedAt", l.ended_at AS "endedAt", l.erased_at AS "erasedAt",
  CASE WHEN l.state IN ('draft', 'refused') THEN 0 WHEN l.state = 'finished' THEN l.row_count
    ELSE l.row_count - (SELECT count(DISTINCT q.row_id) FROM verification_list_answers q
      WHERE q.list_id = l.id AND q.run_state IN ('queued', 'running'))::int END AS done`;
const FROM = `FROM verification_lists l JOIN groups g ON g.id = l.group_id LEFT JOIN people c ON c.id = l.created_by`;

/** $1 groups whose lists count, with all below them; $2 how many, $3 from where. */
export const LINES_OF_PAGE = `
  SELECT ${LINE_COLUMNS} ${FROM} WHERE g.path && $1::uuid[] ORDER BY l.id DESC LIMIT $2 OFFSET $3`;

/** $1 list. */
export const LINE = `
  SELECT ${LINE_COLUMNS}, l.file_name AS "fileName", l.file_size AS "fileSize", encode(l.file_sha256, 'hex') AS "fileSha256",
    l.format, l.mapping, l.dates, l.authority, l.profession, l.report, s.full_name AS "startedBy",
    l.started_at AS "goingSince",
    EXISTS (SELECT 1 FROM verification_list_files f WHERE f.list_id = l.id) AND l.state IN ('draft', 'refused') AS "canReread"
  ${FROM} LEFT JOIN people s ON s.id = l.started_by WHERE l.id = $1`;

/** $1 list, $2 after which, $3 how many. */
export const PROBLEMS = `
  SELECT row_no AS row, heading AS "column", code, value FROM verification_list_problems
  WHERE list_id = $1 AND place > $2 ORDER BY place LIMIT $3`;

const PERSON = `r.id, r.row_no AS row, r.number, r.name, r.birth_date::text AS "birthDate", r.authority, r.profession,
  r.valid_until::text AS "validUntil"`;

/** $1 list. */
export const SAMPLE = `SELECT ${PERSON} FROM verification_list_rows r WHERE r.list_id = $1 ORDER BY r.row_no LIMIT 5`;

/** $1 list. */
export const PLAN = `
  SELECT s.source, count(a.id)::int AS questions,
    (count(a.id) FILTER (WHERE a.run_state IN ('queued', 'running')))::int AS open, s.next_try_at AS "heldUntil"
  FROM verification_list_sources s
  JOIN verification_list_answers a ON a.list_id = s.list_id AND a.source = s.source
  WHERE s.list_id = $1 GROUP BY s.source, s.next_try_at ORDER BY questions DESC, s.source`;

/** $1 list. */
export const RESULTS = `
  SELECT result, count(*)::int AS count FROM (
    SELECT ${ROW_RESULT} AS result FROM verification_list_answers a WHERE a.list_id = $1 GROUP BY a.row_id) found
  GROUP BY result`;

/** $1 list, $2 since when answers are recent. */
export const OPEN_AND_RECENT = `
  SELECT (count(*) FILTER (WHERE run_state IN ('queued', 'running')))::int AS open,
    (count(*) FILTER (WHERE ended_at > $2 AND source_version IS NOT NULL))::int AS recent
  FROM verification_list_answers WHERE list_id = $1`;

/**
 * $1 list, $2 result (null: any), $3 pattern of name or number (null: any), $4 how many, $5 from where, $6 one row alone
 * (null: any), $7 only after this line. Answers with all that is kept of them for one row alone, in short for a page.
 */
export const ROW_PAGE = `
  WITH found AS (
    SELECT a.row_id, ${ROW_RESULT} AS result, max(a.ended_at) AS checked_at
    FROM verification_list_answers a WHERE a.list_id = $1 AND ($6::uuid IS NULL OR a.row_id = $6) AND a.row_no > $7
    GROUP BY a.row_id),
  page AS (
    SELECT ${PERSON}, f.result, f.checked_at AS "checkedAt", count(*) OVER ()::int AS total
    FROM found f JOIN verification_list_rows r ON r.id = f.row_id
    WHERE ($2::text IS NULL OR f.result = $2) AND ($3::text IS NULL OR r.name ILIKE $3 OR r.number ILIKE $3)
    ORDER BY r.row_no LIMIT $4 OFFSET $5)
  SELECT p.*, (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'source', a.source, 'runState', a.run_state,
      'outcome', a.outcome, 'reasons', a.reasons, 'answerHash', encode(a.answer_hash, 'hex'),
      'sourceVersion', a.source_version, 'attempts', a.attempts, 'endedAt', a.ended_at,
      'fields', CASE WHEN $6::uuid IS NULL THEN '[]' ELSE a.fields END,
      'query', CASE WHEN $6::uuid IS NULL THEN NULL ELSE a.query END,
      'answer', CASE WHEN $6::uuid IS NULL THEN NULL ELSE a.answer END) ORDER BY a.source)
    FROM verification_list_answers a WHERE a.row_id = p.id) AS answers
  FROM page p ORDER BY p.row`;

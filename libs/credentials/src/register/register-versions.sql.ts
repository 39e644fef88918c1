/** The seven facts of an entry, in one order everywhere. */
export const FACTS = ['number', 'name', 'birth_date', 'profession', 'status', 'valid_from', 'valid_until'];

export const factsOf = (alias: string): string => FACTS.map((column) => `${alias}.${column}`).join(', ');

/** An entry as `HolderEntry`. */
export const entryJson = (alias: string): string =>
  `jsonb_build_object('number', ${alias}.number, 'name', ${alias}.name, 'birthDate', ${alias}.birth_date,
    'profession', ${alias}.profession, 'status', ${alias}.status, 'validFrom', ${alias}.valid_from,
    'validUntil', ${alias}.valid_until)`;

/**
 * Moves the place reached on; nothing when it is not where we left it. Answers how many faults there were before. Its commit need
 * not be on disk: a database that loses it has lost the rows of this batch with it, and they are read again.
 */
export const MOVE_ON = `
  UPDATE register_imports SET imported_rows = $3, error_count = error_count + $4
  WHERE id = $1 AND state = 'reading' AND imported_rows = $2 AND mapping = $5::jsonb AND dates = $6
  RETURNING error_count - $4 AS errors, set_config('synchronous_commit', 'off', true)`;

export const COPY_ROWS = `COPY register_import_rows (import_id, row_no, number_key, ${FACTS.join(', ')}) FROM STDIN`;

/** $1 import, $2 faults before, $3 faults. */
export const NOTE_PROBLEMS = `
  INSERT INTO register_import_problems (import_id, place, row_no, heading, code, value)
  SELECT $1, $2 + p.place, p."row", p."column", p.code, p.value
  FROM jsonb_to_recordset($3::jsonb) AS p (place int, "row" int, "column" text, code text, value text)`;

/** Whether any number stands in the file twice: found much faster than which. */
export const HAS_DOUBLES = `
  SELECT count(*) > count(DISTINCT number_key) AS "hasDoubles" FROM register_import_rows WHERE import_id = $1`;

/** Numbers that stand in the file twice, as faults of the later row. */
export const NOTE_DOUBLES = `
  INSERT INTO register_import_problems (import_id, place, row_no, heading, code, value)
  SELECT $1, $2 + row_number() OVER (ORDER BY row_no), row_no, $3, 'number_twice', left(number, 80)
  FROM (SELECT row_no, number, row_number() OVER (PARTITION BY number_key ORDER BY row_no) AS turn
        FROM register_import_rows WHERE import_id = $1) t
  WHERE turn > 1 LIMIT $4 RETURNING place`;

/** What a read file changes against the register's present entries. $1 import, $2 register. */
export const COMPARE = `
  INSERT INTO register_changes (import_id, number_key, kind, row_no, by_hand, before, after)
  SELECT $1, coalesce(s.number_key, e.number_key),
    CASE WHEN e.number_key IS NULL THEN 'new' WHEN s.number_key IS NULL THEN 'gone' ELSE 'changed' END, s.row_no,
    coalesce(v.kind = 'correction', false),
    CASE WHEN e.number_key IS NOT NULL THEN ${entryJson('e')} END,
    CASE WHEN s.number_key IS NOT NULL THEN ${entryJson('s')} END
  FROM (SELECT * FROM register_import_rows WHERE import_id = $1) s
  FULL JOIN (SELECT * FROM register_entries WHERE register_id = $2) e ON e.number_key = s.number_key
  LEFT JOIN register_imports v ON v.register_id = $2 AND v.number = e.version AND v.kind = 'correction'
  WHERE (${factsOf('s')}) IS DISTINCT FROM (${factsOf('e')})`;

/** Holders struck off by hand that the file lists again. */
export const MARK_STRUCK_BY_HAND = `
  UPDATE register_changes SET by_hand = true
  WHERE import_id = $1 AND kind = 'new' AND number_key IN (
    SELECT c.number_key FROM register_imports i JOIN register_changes c ON c.import_id = i.id AND c.kind = 'gone'
    WHERE i.register_id = $2 AND i.kind = 'correction' AND i.finished_at IS NOT NULL)`;

export const COUNT_CHANGES = `
  SELECT count(*) FILTER (WHERE kind = 'new')::int AS added, count(*) FILTER (WHERE kind = 'changed')::int AS changed,
    count(*) FILTER (WHERE kind = 'gone')::int AS removed, count(*) FILTER (WHERE by_hand)::int AS "byHand",
    count(*) FILTER (WHERE kind = 'changed' AND before ->> 'status' = 'active' AND after ->> 'status' <> 'active')::int
      AS struck
  FROM register_changes WHERE import_id = $1`;

/** The first version: its rows become the register. $1 import, $2 register, $3 version. */
export const TAKE_ALL_IN = `
  INSERT INTO register_entries (register_id, number_key, version, row_no, ${FACTS.join(', ')})
  SELECT $2, s.number_key, $3, s.row_no, ${factsOf('s')} FROM register_import_rows s WHERE s.import_id = $1
  ORDER BY s.number_key`;

export const DROP_GONE = `
  DELETE FROM register_entries e USING register_changes c
  WHERE c.import_id = $1 AND c.kind = 'gone' AND e.register_id = $2 AND e.number_key = c.number_key`;

/** $1 import, $2 register, $3 version. */
export const TAKE_CHANGES_IN = `
  INSERT INTO register_entries (register_id, number_key, version, row_no, ${FACTS.join(', ')})
  SELECT $2, c.number_key, $3, c.row_no, c.after ->> 'number', c.after ->> 'name', (c.after ->> 'birthDate')::date,
    c.after ->> 'profession', c.after ->> 'status', (c.after ->> 'validFrom')::date, (c.after ->> 'validUntil')::date
  FROM register_changes c WHERE c.import_id = $1 AND c.kind IN ('new', 'changed')
  ON CONFLICT (register_id, number_key) DO UPDATE SET version = excluded.version, row_no = excluded.row_no,
    ${FACTS.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** Changes given as JSON, of a proposal. $1 import, $2 changes. */
export const PROPOSE_CHANGES = `
  INSERT INTO register_changes (import_id, number_key, kind, before, after)
  SELECT $1, c.key, c.kind, c.before, c.after
  FROM jsonb_to_recordset($2::jsonb) AS c (key text, kind text, before jsonb, after jsonb)`;

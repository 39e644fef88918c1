import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Registers keep their present entries once, and of every version what it changed: imports, corrections by hand and
 * rollbacks alike. Files are read into rows of their own first. Versions taken in before keep their differences.
 */
export class RegisterVersions1763700000950 implements MigrationInterface {
  name = 'RegisterVersions1763700000950';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORTS_UP);
    await runner.query(TABLES_UP);
    await runner.query(MOVE_UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(MOVE_DOWN);
    await runner.query('ALTER TABLE registers DROP COLUMN mapping, DROP COLUMN dates;');
    await runner.query(IMPORTS_DOWN);
  }
}

const IMPORTS_UP = `
  ALTER TABLE registers
    ADD COLUMN mapping jsonb,
    ADD COLUMN dates text NOT NULL DEFAULT 'day_first' CHECK (dates IN ('day_first', 'month_first', 'year_first'));
  UPDATE registers r SET mapping = i.mapping FROM register_imports i WHERE i.id = r.current_import_id;

  ALTER TABLE register_imports
    DROP CONSTRAINT register_imports_state_check,
    ADD CONSTRAINT register_imports_state_check
      CHECK (state IN ('reading', 'checked', 'refused', 'confirmed', 'current', 'superseded')),
    ADD COLUMN kind text NOT NULL DEFAULT 'file' CHECK (kind IN ('file', 'correction', 'rollback')),
    ADD COLUMN format text NOT NULL DEFAULT 'csv' CHECK (format IN ('csv', 'xlsx')),
    ADD COLUMN encoding text NOT NULL DEFAULT 'utf-8' CHECK (encoding IN ('utf-8', 'utf-16le', 'windows-1252')),
    ADD COLUMN dates text NOT NULL DEFAULT 'day_first' CHECK (dates IN ('day_first', 'month_first', 'year_first')),
    ADD COLUMN mapping_from text NOT NULL DEFAULT 'chosen' CHECK (mapping_from IN ('usual', 'remembered', 'chosen')),
    ADD COLUMN base_import_id uuid REFERENCES register_imports (id),
    ADD COLUMN undoes_import_id uuid REFERENCES register_imports (id),
    ADD COLUMN holders integer,
    ADD COLUMN reason text CHECK (length(reason) BETWEEN 1 AND 2000);
  CREATE INDEX register_imports_undoes ON register_imports (undoes_import_id) WHERE undoes_import_id IS NOT NULL;
`;

const ENTRY_COLUMNS = `
    number text NOT NULL,
    name text NOT NULL,
    birth_date date,
    profession text,
    status text NOT NULL CHECK (status IN ('active', 'expired', 'suspended', 'revoked')),
    valid_from date,
    valid_until date`;

const TABLES_UP = `
  ALTER TABLE register_entries RENAME TO register_snapshots;
  ALTER TABLE register_snapshots RENAME CONSTRAINT register_entries_pkey TO register_snapshots_pkey;

  CREATE TABLE register_entries (
    register_id uuid NOT NULL REFERENCES registers (id),
    number_key text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    row_no integer,${ENTRY_COLUMNS},
    PRIMARY KEY (register_id, number_key)
  );

  CREATE TABLE register_import_rows (
    import_id uuid NOT NULL REFERENCES register_imports (id) ON DELETE CASCADE,
    row_no integer NOT NULL,
    number_key text COLLATE "C" NOT NULL,${ENTRY_COLUMNS}
  );
  CREATE INDEX register_import_rows_import ON register_import_rows (import_id);

  CREATE TABLE register_import_problems (
    import_id uuid NOT NULL REFERENCES register_imports (id) ON DELETE CASCADE,
    place integer NOT NULL,
    row_no integer,
    heading text,
    code text NOT NULL,
    value text,
    PRIMARY KEY (import_id, place)
  );

  CREATE TABLE register_changes (
    import_id uuid NOT NULL REFERENCES register_imports (id) ON DELETE CASCADE,
    number_key text COLLATE "C" NOT NULL,
    kind text NOT NULL CHECK (kind IN ('new', 'gone', 'changed')),
    row_no integer,
    by_hand boolean NOT NULL DEFAULT false,
    before jsonb,
    after jsonb,
    PRIMARY KEY (import_id, kind, number_key),
    CHECK ((before IS NULL) = (kind = 'new')),
    CHECK ((after IS NULL) = (kind = 'gone'))
  );
  CREATE INDEX register_changes_number ON register_changes (number_key, import_id);
`;

const entry = (alias: string): string =>
  `jsonb_build_object('number', ${alias}.number, 'name', ${alias}.name, 'birthDate', ${alias}.birth_date, 'profession',
    ${alias}.profession, 'status', ${alias}.status, 'validFrom', ${alias}.valid_from, 'validUntil', ${alias}.valid_until)`;
const line = (alias: string): string =>
  ['number', 'name', 'birth_date', 'profession', 'status', 'valid_from', 'valid_until']
    .map((column) => `${alias}.${column}`)
    .join(', ');

const MOVE_UP = `
  INSERT INTO register_import_problems (import_id, place, row_no, heading, code, value)
  SELECT i.id, p.place, (p.problem ->> 'row')::int, p.problem ->> 'column', p.problem ->> 'code', p.problem ->> 'value'
  FROM register_imports i, jsonb_array_elements(i.report -> 'problems') WITH ORDINALITY AS p (problem, place)
  WHERE jsonb_typeof(i.report -> 'problems') = 'array';
  UPDATE register_imports SET report = report - 'problems', holders = imported_rows;

  WITH applied AS (
    SELECT id, lag(id) OVER (PARTITION BY register_id ORDER BY number) AS base FROM register_imports WHERE finished_at IS NOT NULL)
  UPDATE register_imports i SET base_import_id = a.base FROM applied a WHERE a.id = i.id;

  INSERT INTO register_changes (import_id, number_key, kind, row_no, before, after)
  SELECT i.id, coalesce(n.number_key, b.number_key),
    CASE WHEN b.number_key IS NULL THEN 'new' WHEN n.number_key IS NULL THEN 'gone' ELSE 'changed' END, n.row_no,
    CASE WHEN b.number_key IS NOT NULL THEN ${entry('b')} END, CASE WHEN n.number_key IS NOT NULL THEN ${entry('n')} END
  FROM register_imports i CROSS JOIN LATERAL (
      SELECT DISTINCT number_key FROM register_snapshots WHERE import_id IN (i.id, i.base_import_id)) k
    LEFT JOIN register_snapshots n ON n.import_id = i.id AND n.number_key = k.number_key
    LEFT JOIN register_snapshots b ON b.import_id = i.base_import_id AND b.number_key = k.number_key
  WHERE i.base_import_id IS NOT NULL AND (${line('n')}) IS DISTINCT FROM (${line('b')})
  ON CONFLICT DO NOTHING;

  INSERT INTO register_entries (register_id, number_key, version, row_no, number, name, birth_date, profession, status,
    valid_from, valid_until)
  SELECT r.id, s.number_key, i.number, s.row_no, ${line('s')}
  FROM registers r JOIN register_imports i ON i.id = r.current_import_id JOIN register_snapshots s ON s.import_id = i.id
  ON CONFLICT DO NOTHING;
  DROP TABLE register_snapshots;

  WITH waiting AS (
    UPDATE register_imports SET state = 'reading', imported_rows = 0, confirmed_at = NULL, confirmed_by = NULL
    WHERE state IN ('checked', 'confirmed') RETURNING id)
  INSERT INTO outbox_messages (id, type, payload, occurred_at)
  SELECT gen_random_uuid(), 'credentials.register_import_uploaded', jsonb_build_object('importId', id), now() FROM waiting;
`;

// What was taken in stays; of the versions before only their numbers and reports, as nothing old reads their entries.
const MOVE_DOWN = `
  UPDATE register_imports i SET report = report || jsonb_build_object('problems', coalesce((
    SELECT jsonb_agg(jsonb_build_object('row', p.row_no, 'column', p.heading, 'code', p.code, 'value', p.value,
      'text', jsonb_build_object('id', p.code, 'en', p.code)) ORDER BY p.place)
    FROM register_import_problems p WHERE p.import_id = i.id AND p.place <= 500), '[]'));
  UPDATE register_imports SET state = 'superseded' WHERE state IN ('reading', 'checked', 'confirmed');
  DELETE FROM register_import_chunks;

  ALTER TABLE register_entries RENAME TO present_entries;
  ALTER TABLE present_entries RENAME CONSTRAINT register_entries_pkey TO present_entries_pkey;
  CREATE TABLE register_entries (
    import_id uuid NOT NULL REFERENCES register_imports (id) ON DELETE CASCADE,
    row_no integer NOT NULL,
    number text NOT NULL,
    number_key text NOT NULL,
    name text NOT NULL,
    birth_date date,
    profession text,
    status text NOT NULL CHECK (status IN ('active', 'expired', 'suspended', 'revoked')),
    valid_from date,
    valid_until date,
    PRIMARY KEY (import_id, row_no)
  );
  INSERT INTO register_entries (import_id, row_no, number, number_key, name, birth_date, profession, status, valid_from,
    valid_until)
  SELECT r.current_import_id, row_number() OVER (PARTITION BY r.id ORDER BY e.row_no, e.number_key) + 1, e.number,
    e.number_key, e.name, e.birth_date, e.profession, e.status, e.valid_from, e.valid_until
  FROM present_entries e JOIN registers r ON r.id = e.register_id WHERE r.current_import_id IS NOT NULL;
  DROP TABLE register_changes, register_import_problems, register_import_rows, present_entries;
  CREATE INDEX register_entries_number ON register_entries (import_id, number_key);
`;

const IMPORTS_DOWN = `
  ALTER TABLE register_imports
    DROP CONSTRAINT register_imports_state_check,
    ADD CONSTRAINT register_imports_state_check
      CHECK (state IN ('checked', 'refused', 'confirmed', 'current', 'superseded')),
    DROP COLUMN kind, DROP COLUMN format, DROP COLUMN encoding, DROP COLUMN dates, DROP COLUMN mapping_from,
    DROP COLUMN base_import_id, DROP COLUMN undoes_import_id, DROP COLUMN holders, DROP COLUMN reason;
`;

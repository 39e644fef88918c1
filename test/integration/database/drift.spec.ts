import { DataSource, type EntityMetadata } from 'typeorm';
import { startApi, type TestApp } from '../../support/app';

/** Tables that statements of our own read and write, without an entity; each with its reason. */
const WITHOUT_ENTITY: Readonly<Record<string, string>> = {
  migrations: 'kept by TypeORM',
  decision_votes: 'written by one statement, read by counting; append-only',
  appeals: 'one statement each way; append-only',
  disclosure_assessments: 'one statement writes it, one reads it; append-only',
  decision_members: 'a key that lets nobody decide a case twice; one statement writes it',
  person_merge_changes: 'the journal of merges: one statement writes it; append-only',
  person_match_keys: 'keys by which people are found, written and read by statements alone',
  person_match_marks: 'whom to look at; triggers write it',
  bots: 'one statement makes it',
  bot_rules: 'one statement writes it, one reads it; append-only',
  bot_looks: 'when a bot last looked at a case',
  correction_reminders: 'a key that lets nobody be reminded twice',
  idempotency_keys: 'the HTTP door’s own, two statements',
  demo_personas: 'written by the demonstration’s seed alone',
  group_sources: 'one statement writes it, one reads it',
  source_health: 'circuits of sources: one row locked and written at a time',
  source_hours: 'figures of sources, added up by one statement',
  verification_list_rows: 'read from a file in batches, by one statement',
  verification_list_answers: 'claimed, written and counted by statements that decide by themselves',
  verification_list_sources: 'whose turn it is: one statement marks, one reads',
  verification_list_problems: 'faults of a file, written in batches',
  verification_list_files: 'sealed pieces of a waiting file, two statements',
  queue_views: 'one statement each way',
  queue_view_defaults: 'one statement each way',
  pinned_notes: 'one statement for each verb, one to read them with their answers',
  pinned_note_replies: 'one statement each way',
  holidays: 'data that a migration brings; read alone',
  review_desks: 'one statement each way',
  desk_days: 'written whole, read by one statement',
  escalations: 'one statement each way',
  escalated_cases: 'a key that escalates each case once for its day; one statement writes it',
  source_answers: 'answers kept for the same question, written with the end of a check',
};
/** Columns named like references that are none: facts that outlive what they name, or names in others' systems. */
const NO_REFERENCE: readonly RegExp[] = [
  /^audit_entries\./,
  /^audit_seals\.entry_id$/,
  /^idempotency_keys\.account_id$/,
  /\.origin_id$/,
  /\.subject_id$/,
  // The record of a mail outlives the person's.
  /^mail_deliveries\.person_id$/,
  // Groups were there before files; nothing writes a logo yet.
  /^groups\.logo_file_id$/,
  // A million lookups of the same import or register; the migrations say why.
  /^register_import_rows\.import_id$/,
  /^register_entries\.register_id$/,
];
/** What PostgreSQL calls the types that entities name otherwise. */
const TYPES: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  varchar: 'character varying',
  bool: 'boolean',
  tstzrange: 'tstzrange',
};

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  length: number | null;
}

describe('entities and migrated tables', () => {
  let api: TestApp;
  let entities: EntityMetadata[];
  let columns: Column[];
  beforeAll(async () => {
    api = await startApi();
    entities = api.app.get(DataSource).entityMetadatas;
    columns = await api.db.query(
      `SELECT table_name AS "table", column_name AS name, is_nullable = 'YES' AS nullable,
              character_maximum_length AS length,
              CASE data_type WHEN 'ARRAY' THEN ltrim(udt_name, '_') || '[]' WHEN 'USER-DEFINED' THEN udt_name ELSE data_type END AS type
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'`,
    );
  });
  afterAll(() => api.close());

  it('agree on every column that an entity names: there, of the same type, equally nullable and long', () => {
    expect(entities.length).toBeGreaterThan(5);
    expect(entities.flatMap((entity) => columnFaults(entity, columns))).toEqual([]);
  });

  it('cover every table, or the table stands in the list with its reason', () => {
    const covered = new Set(entities.map((entity) => entity.tableName));
    const tables = [...new Set(columns.map((column) => column.table))];
    expect(tables.filter((table) => !covered.has(table) && !(table in WITHOUT_ENTITY)).sort()).toEqual([]);
    expect(Object.keys(WITHOUT_ENTITY).filter((table) => !tables.includes(table))).toEqual([]);
  });

  it('have a foreign key for every column that names another record', async () => {
    const keyed: { path: string }[] = await api.db.query(
      `SELECT conrelid::regclass || '.' || attname AS path
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey) WHERE contype = 'f'`,
    );
    const known = new Set(keyed.map(({ path }) => path));
    const open = columns
      .filter(({ name, type }) => name.endsWith('_id') && type === 'uuid')
      .map(({ table, name }) => `${table}.${name}`)
      .filter((path) => !known.has(path) && !NO_REFERENCE.some((pattern) => pattern.test(path)));
    expect(open.sort()).toEqual([]);
  });

  it('would be told apart: a wrong type, nullability and name are seen', () => {
    const [entity] = entities.filter(({ tableName }) => tableName === 'sessions');
    const spoilt = columns
      .filter(({ table, name }) => !(table === 'sessions' && name === 'ip'))
      .map((column) =>
        column.table === 'sessions' && column.name === 'user_agent' ? { ...column, type: 'integer' } : column,
      )
      .map((column) =>
        column.table === 'sessions' && column.name === 'ended_at' ? { ...column, nullable: false } : column,
      );
    expect(entity && columnFaults(entity, spoilt).sort()).toEqual([
      'sessions.ended_at: nullable in the entity only',
      'sessions.ip: no such column',
      'sessions.user_agent: text in the entity, integer in the table',
    ]);
  });
});

function columnFaults(entity: EntityMetadata, columns: readonly Column[]): string[] {
  return entity.columns.flatMap((column) => {
    const path = `${entity.tableName}.${column.databaseName}`;
    const found = columns.find(
      ({ table, name }) => table === entity.tableName && name === column.databaseName,
    );
    if (!found) return [`${path}: no such column`];
    const faults: string[] = [];
    const type = typeNamed(column.type, column.isArray);
    if (type !== found.type) faults.push(`${path}: ${type} in the entity, ${found.type} in the table`);
    if (column.isNullable && !found.nullable) faults.push(`${path}: nullable in the entity only`);
    if (!column.isNullable && found.nullable) faults.push(`${path}: nullable in the table only`);
    if (column.length && Number(column.length) !== found.length) faults.push(`${path}: another length`);
    return faults;
  });
}

function typeNamed(type: unknown, isArray: boolean): string {
  const name = typeof type === 'function' ? type.name.toLowerCase() : String(type);
  if (isArray) return `${name}[]`;
  const plain = ({ string: 'text', number: 'integer' } as Record<string, string>)[name];
  return plain ?? TYPES[name] ?? name;
}

import { ListRuns } from '@himpun/credentials';
import type { TestApp } from './app';
import type { Answer, TestClient } from './client';

/** A list as its page shows it. */
export interface ListBody {
  id: string;
  name: string;
  state: string;
  rows: number;
  done: number;
  errors: number;
  code?: string;
  problems: { row: number | null; column: string | null; code: string; value: string | null }[];
  sources: { source: string; questions: number; open: number; heldUntil: string | null }[];
  results: { result: string; count: number }[];
  mapping: Record<string, string>;
  sample: { row: number; number: string; name: string; authority: string }[];
  canReread: boolean;
  perMinute: number | null;
  secondsLeft: number | null;
}

/** Uploads a file as an officer does. */
export function uploadedList(
  officer: TestClient,
  file: string | Buffer,
  fields: { groupId: string; name?: string; authority?: string; profession?: string },
): Promise<Answer<ListBody>> {
  const isText = typeof file === 'string';
  return officer.upload<ListBody>(
    '/api/verification-lists',
    {
      name: isText ? 'audit.csv' : 'audit.xlsx',
      type: isText ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Buffer.from(file),
    },
    fields,
  );
}

/** How often each result stands beside the people of a list. */
export async function resultsOf(
  api: Pick<TestApp, 'db'>,
  listId: string,
): Promise<{ rows: number; answers: number; doubled: number; open: number }> {
  const [found]: { rows: number; answers: number; doubled: number; open: number }[] = await api.db.query(
    `SELECT count(DISTINCT row_id)::int AS rows, count(*)::int AS answers,
       (count(*) - count(DISTINCT (row_id, source)))::int AS doubled,
       (count(*) FILTER (WHERE ended_at IS NULL))::int AS open
     FROM verification_list_answers WHERE list_id = $1`,
    [listId],
  );
  return found ?? { rows: 0, answers: 0, doubled: 0, open: 0 };
}

/** Does a worker's part: turns with each source of the list, for as long as they bring answers. */
export async function workedOn(api: TestApp, listId: string): Promise<void> {
  const sources: { source: string }[] = await api.db.query(
    'SELECT source FROM verification_list_sources WHERE list_id = $1',
    [listId],
  );
  for (let open = -1; ;) {
    for (const { source } of sources) await api.app.get(ListRuns, { strict: false }).work(listId, source);
    const left = (await resultsOf(api, listId)).open;
    if (left === 0 || left === open) return;
    open = left;
  }
}

/** What the trail says was done with a list, in order. */
export async function auditedActs(api: Pick<TestApp, 'db'>, listId: string): Promise<string[]> {
  const rows: { action: string }[] = await api.db.query(
    `SELECT action FROM audit_entries WHERE subject_id = $1 AND subject_type = 'verification_list' ORDER BY id`,
    [listId],
  );
  return rows.map(({ action }) => action);
}

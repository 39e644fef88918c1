import { RegisterIntake, Registers } from '@himpun/credentials';
import { systemActor } from '@himpun/kernel';
import type { TestApp } from './app';
import type { TestClient } from './client';

/** An empty register of the group. */
export function aRegister(api: TestApp, groupId: string, authority = 'KTKI'): Promise<string> {
  return api.db.transaction((tx) =>
    api.app.get(Registers, { strict: false }).enter(tx, systemActor('test'), {
      groupId,
      authority,
      nameId: `Register ${authority}`,
      nameEn: `${authority} register`,
    }),
  );
}

/** Uploads a CSV as an officer does; answers with the report. */
export function uploaded(
  officer: TestClient,
  registerId: string,
  csv: string | Buffer,
  mapping?: Record<string, string>,
) {
  return officer.upload<{
    id: string;
    state: string;
    rowCount: number;
    errorCount: number;
    problems: { row: number | null; column: string | null; code: string; value: string | null }[];
    changes: Record<string, number> | null;
    mapping: Record<string, string>;
    ignored: string[];
    delimiter: string;
    sample: Record<string, string | null>[];
    importedRows: number;
  }>(
    `/api/registers/${registerId}/imports`,
    { name: 'register.csv', type: 'text/csv', bytes: Buffer.from(csv) },
    mapping ? { mapping: JSON.stringify(mapping) } : {},
  );
}

/** Uploads, confirms and takes in, without a worker. */
export async function imported(
  api: TestApp,
  officer: TestClient,
  registerId: string,
  csv: string,
): Promise<string> {
  const report = await uploaded(officer, registerId, csv);
  if (report.body.errorCount > 0) throw new Error(JSON.stringify(report.body.problems));
  await officer.post(`/api/registers/${registerId}/imports/${report.body.id}/confirmation`);
  await takenIn(api, report.body.id);
  return report.body.id;
}

/** Does a worker's part for a confirmed version. */
export function takenIn(api: TestApp, importId: string): Promise<void> {
  return api.app.get(RegisterIntake, { strict: false }).takeIn(importId);
}

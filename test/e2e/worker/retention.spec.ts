import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileSights } from '@himpun/files';
import { RetentionHolds } from '@himpun/membership';
import { systemActor } from '@himpun/kernel';
import { EraseEvidence } from '../../../apps/worker/src/membership/erase-evidence.task';
import { SweepFiles } from '../../../apps/worker/src/files/sweep-files.task';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { signedIn, type TestClient } from '../../support/client';
import { aPdf } from '../../support/sample-files';
import { startWorker, type TestWorker } from '../../support/worker';

const TODAY = '2026-11-21T03:00:00Z';
const A_YEAR_LATER = '2027-11-22T03:00:00Z';

describe('evidence whose time is over', () => {
  let api: TestApp;
  let worker: TestWorker;
  let group: AdmittingGroup;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api);
    group = await anAdmittingGroup(api, [asks.licence]);
  });
  beforeEach(() => api.clock.set(TODAY));
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const onDisk = (): number =>
    readdirSync(join(api.dataDir, 'files/kept'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    ).length;
  let applications = 700;
  const applied = async (person: TestClient, state: 'rejected' | 'submitted'): Promise<void> => {
    applications += 1;
    await api.db.query(
      `INSERT INTO applications (id, created_at, reference, person_id, group_id, grade_id, rule_id, state, submitted_at, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $2, CASE WHEN $8 = 'rejected' THEN $2::timestamptz END)`,
      [
        ...[randomUUID(), api.clock.now(), `P-2026-000${applications}`, person.personId],
        ...[group.groupId, group.gradeId, group.ruleId, state],
      ],
    );
  };
  const somebody = async (number: string): Promise<{ person: TestClient; fileId: string }> => {
    const person = await signedIn(api);
    const file = await person.upload<{ id: string }>('/api/files?purpose=evidence', {
      ...{ name: 'STR.pdf', type: 'application/pdf', bytes: await aPdf() },
    });
    const sent = { id: group.groupId, path: [group.groupId] };
    await api.db.transaction((tx) =>
      api.app.get(FileSights, { strict: false }).give(tx, [file.body.id], sent),
    );
    await person.put('/api/account/national-ids', { kind: 'nik', country: 'ID', number });
    return { person, fileId: file.body.id };
  };
  const fileRow = async (id: string): Promise<Record<string, unknown>> => {
    const [row]: Record<string, unknown>[] = await api.db.query(
      `SELECT name, length(sha256) AS hash, size > 0 AS sized, sealed_key, erased_reason FROM files WHERE id = $1`,
      [id],
    );
    return row as Record<string, unknown>;
  };
  const masked = async (person: TestClient): Promise<unknown> =>
    (await person.get<{ masked: string | null }[]>('/api/account/national-ids')).body[0]?.masked;

  it('is deleted a year after the rejection, not before; hash, size, when and why stay; the person is told', async () => {
    const { person, fileId } = await somebody('3174052802900011');
    await applied(person, 'rejected');
    const before = onDisk();
    await worker.run(EraseEvidence);
    expect(await fileRow(fileId)).toMatchObject({ name: 'STR.pdf', erased_reason: null });
    expect(onDisk()).toBe(before);

    api.clock.set(A_YEAR_LATER);
    await worker.run(EraseEvidence);
    await worker.run(EraseEvidence);
    expect(await fileRow(fileId)).toEqual({
      name: '-',
      hash: 32,
      sized: true,
      sealed_key: null,
      erased_reason: 'retention',
    });
    expect(onDisk()).toBe(before - 1);
    const trail: unknown[] = await api.db.query(
      `SELECT action FROM audit_entries WHERE subject_id = $1 AND action = 'file.erased'`,
      [fileId],
    );
    expect(trail).toHaveLength(1);
    const [id]: Record<string, unknown>[] = await api.db.query(
      'SELECT sealed_value, blind_index FROM national_ids WHERE person_id = $1',
      [person.personId],
    );
    expect(id).toEqual({ sealed_value: null, blind_index: null });
    api.clock.set(TODAY);
    expect(await masked(person)).toBeNull();
    const told = await person.get<{ size: number; erasedAt: string }[]>('/api/account/erasures');
    expect(told.body).toMatchObject([{ purpose: 'evidence', erasedAt: '2027-11-22T03:00:00.000Z' }]);
    expect((await (await signedIn(api)).get('/api/account/erasures')).body).toEqual([]);
  });

  it('stays while a case is open, or held, and goes when the hold is let go', async () => {
    const holds = api.app.get(RetentionHolds, { strict: false });
    const [busy, held] = [await somebody('3174052802900012'), await somebody('3174052802900013')];
    await applied(busy.person, 'rejected');
    await applied(busy.person, 'submitted');
    await applied(held.person, 'rejected');
    const hold = {
      personId: String(held.person.personId),
      groupId: group.groupId,
      kind: 'appeal' as const,
      reason: 'Banding',
    };
    const id = await api.db.transaction((tx) => holds.place(tx, systemActor('appeals'), hold));
    api.clock.set('2040-01-01T00:00:00Z');
    await worker.run(EraseEvidence);
    expect((await fileRow(busy.fileId)).erased_reason).toBeNull();
    expect((await fileRow(held.fileId)).erased_reason).toBeNull();
    await api.db.transaction((tx) => holds.release(tx, systemActor('appeals'), id, 'Selesai'));
    await worker.run(EraseEvidence);
    expect((await fileRow(busy.fileId)).erased_reason).toBeNull();
    expect((await fileRow(held.fileId)).erased_reason).toBe('retention');
  });

  it('cannot be read after a power cut between row and disk, and the sweep removes the rest', async () => {
    const { person, fileId } = await somebody('3174052802900014');
    await applied(person, 'rejected');
    const before = onDisk();
    // The row is written, the disk is not: as after a kill.
    await api.db.query(
      `UPDATE files SET sealed_key = NULL, sealed_with = NULL, name = '-', deleted_at = now(), erased_at = now(),
         erased_reason = 'retention' WHERE id = $1`,
      [fileId],
    );
    expect(onDisk()).toBe(before);
    expect((await person.get(`/api/files/${fileId}`)).status).toBe(404);
    api.clock.set(new Date(Date.now() + 7_200_000));
    await worker.run(SweepFiles);
    expect(onDisk()).toBe(before - 1);
  });
});

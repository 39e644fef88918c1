import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AuditTrail } from '@himpun/audit';
import { systemActor } from '@himpun/kernel';
import { SealTrail } from '../../../apps/worker/src/audit/seal-trail.task';
import { startApi, type TestApp } from '../../support/app';
import { startWorker, type TestWorker } from '../../support/worker';

const ROOT = join(__dirname, '../../..');

describe('sealing and verifying', () => {
  let api: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const verifyAudit = async (): Promise<{ code: number; verdict: Record<string, unknown> }> => {
    const run = promisify(execFile)(
      process.execPath,
      [
        '--no-warnings',
        '-r',
        join(ROOT, 'test/support/run-typescript.cjs'),
        join(ROOT, 'apps/api/src/cli.ts'),
        'verify-audit',
      ],
      { env: { ...process.env, NODE_OPTIONS: '' }, cwd: ROOT },
    );
    const { stdout, code } = await run.then(
      ({ stdout }) => ({ stdout, code: 0 }),
      (error: { stdout: string; code: number }) => error,
    );
    return { code, verdict: JSON.parse(stdout) as Record<string, unknown> };
  };

  it('writes each new head to a file outside the database, and the command agrees; it exits with 1 after tampering', async () => {
    await api.db.transaction((tx) =>
      api.app.get(AuditTrail).record(tx, systemActor('test'), { action: 'test.done', subjectType: 'test' }),
    );
    await worker.run(SealTrail);
    const heads = readFileSync(join(api.dataDir, 'audit-heads.jsonl'), 'utf8').trim().split('\n');
    const { chain, sealNo } = JSON.parse(heads.at(-1) ?? '{}') as { chain: string; sealNo: number };
    const before = await verifyAudit();
    expect(before).toMatchObject({ code: 0, verdict: { intact: true, sealed: sealNo, head: chain } });

    const [entry]: { id: string }[] = await api.db.query('SELECT id FROM audit_entries LIMIT 1');
    await api.db.query('ALTER TABLE audit_entries DISABLE TRIGGER USER');
    await api.db.query(`UPDATE audit_entries SET actor_label = 'somebody else' WHERE id = $1`, [entry?.id]);
    await api.db.query('ALTER TABLE audit_entries ENABLE TRIGGER USER');
    expect(await verifyAudit()).toMatchObject({
      code: 1,
      verdict: { intact: false, fault: { entryId: entry?.id, kind: 'changed' } },
    });
  });
});

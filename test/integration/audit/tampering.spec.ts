import { Client } from 'pg';
import { AuditSeals, AuditTrail, type AuditVerdict } from '@himpun/audit';
import { newId, systemActor } from '@himpun/kernel';
import { startApi, type TestApp } from '../../support/app';

const ACTOR = systemActor('test');

describe('the audit trail', () => {
  let api: TestApp;
  let owner: Client;
  beforeAll(async () => {
    api = await startApi();
    owner = new Client({ connectionString: api.databaseUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.close();
  });

  beforeEach(() => tamper('TRUNCATE audit_entries, audit_seals'));

  const verify = (): Promise<AuditVerdict> => api.app.get(AuditSeals).verify();
  const seal = (): Promise<number> => api.app.get(AuditSeals).seal();
  const record = async (count: number): Promise<string[]> => {
    const before = new Set(await ids());
    for (let number = 0; number < count; number += 1) {
      await api.db.transaction((tx) =>
        api.app
          .get(AuditTrail)
          .record(tx, ACTOR, { action: 'test.done', subjectType: 'test', subjectId: newId() }),
      );
    }
    return (await ids()).filter((id) => !before.has(id));
  };
  const ids = async (): Promise<string[]> => {
    const rows: { id: string }[] = await api.db.query('SELECT id FROM audit_entries ORDER BY id');
    return rows.map((row) => row.id);
  };
  /** What the owner of the tables, like a superuser, could do: triggers off, then the change. */
  const tamper = async (statement: string, values: unknown[] = []): Promise<void> => {
    await owner.query('BEGIN');
    for (const table of ['audit_entries', 'audit_seals']) {
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    await owner.query(statement, values);
    for (const table of ['audit_entries', 'audit_seals']) {
      await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }
    await owner.query('COMMIT');
  };

  it('is intact when nobody touched it, sealed or not', async () => {
    await record(3);
    expect(await verify()).toMatchObject({ intact: true, sealed: 0, unsealed: 3, head: null });
    expect(await seal()).toBe(3);
    await record(2);
    expect(await verify()).toMatchObject({ intact: true, sealed: 3, unsealed: 2 });
    expect(await seal()).toBe(2);
    expect(await seal()).toBe(0);
    expect(await verify()).toMatchObject({
      intact: true,
      sealed: 5,
      unsealed: 0,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each([
    ['change', `UPDATE audit_entries SET action = 'test.undone'`],
    ['remove', 'DELETE FROM audit_entries'],
    ['empty', 'TRUNCATE audit_entries'],
    ['empty the seals of', 'TRUNCATE audit_seals'],
    ['change the seals of', 'UPDATE audit_seals SET digest = decode(repeat($$00$$, 32), $$hex$$)'],
    ['remove the seals of', 'DELETE FROM audit_seals'],
  ])('does not let the portal itself %s it', async (_, statement) => {
    await record(1);
    await seal();
    await expect(api.db.query(statement)).rejects.toMatchObject({ code: '42501' });
    expect(await verify()).toMatchObject({ intact: true, sealed: 1 });
  });

  it.each<[string, boolean, string, NonNullable<AuditVerdict['fault']>['kind']]>([
    ['a sealed entry changed', true, `UPDATE audit_entries SET reason = 'other' WHERE id = $1`, 'changed'],
    [
      'an entry changed before it was sealed',
      false,
      `UPDATE audit_entries SET reason = 'other' WHERE id = $1`,
      'changed',
    ],
    ['its time moved', true, `UPDATE audit_entries SET at = at - interval '1 day' WHERE id = $1`, 'changed'],
    ['a sealed entry removed', true, 'DELETE FROM audit_entries WHERE id = $1', 'missing'],
    ['an entry removed before it was sealed', false, 'DELETE FROM audit_entries WHERE id = $1', 'missing'],
    [
      'an entry and its seal removed from the middle',
      true,
      'WITH gone AS (DELETE FROM audit_entries WHERE id = $1) DELETE FROM audit_seals WHERE entry_id = $1',
      'gap',
    ],
    ['its seal removed', false, 'DELETE FROM audit_seals WHERE entry_id = $1', 'unnoted'],
    [
      'a digest made to fit a changed entry',
      true,
      `WITH changed AS (UPDATE audit_entries SET reason = 'other' WHERE id = $1 RETURNING audit_entries AS entry)
       UPDATE audit_seals SET digest = audit_digest(changed.entry) FROM changed WHERE entry_id = $1`,
      'chain_broken',
    ],
  ])('names the entry when the owner of the tables had %s', async (_, sealed, statement, kind) => {
    const all = await record(5);
    if (sealed) await seal();
    const victim = all[2] as string;
    await tamper(statement, [victim]);
    const verdict = await verify();
    expect(verdict).toMatchObject({ intact: false, fault: { kind } });
    // A hole in the chain is seen at the entry after it.
    expect(verdict.fault?.entryId).toBe(kind === 'gap' ? all[3] : victim);
  });

  it('sees two entries that changed places in the chain', async () => {
    const all = await record(4);
    await seal();
    await tamper(
      `UPDATE audit_seals a SET seal_no = -b.seal_no FROM audit_seals b
       WHERE (a.entry_id = $1 AND b.entry_id = $2) OR (a.entry_id = $2 AND b.entry_id = $1)`,
      [all[1], all[2]],
    );
    await tamper('UPDATE audit_seals SET seal_no = -seal_no WHERE seal_no < 0');
    expect(await verify()).toMatchObject({ intact: false, fault: { entryId: all[2], kind: 'chain_broken' } });
  });

  it('sees an entry slipped in without the trigger', async () => {
    await record(2);
    await seal();
    const id = newId();
    await tamper(
      `INSERT INTO audit_entries (id, at, actor_kind, actor_label, action, subject_type)
       VALUES ($1, now(), 'system', 'nobody', 'test.forged', 'test')`,
      [id],
    );
    expect(await verify()).toMatchObject({ intact: false, fault: { entryId: id, kind: 'unnoted' } });
  });

  it('keeps one chain under fifty writers at once, sealed while they write', async () => {
    const writers = Promise.all(
      Array.from({ length: 50 }, () =>
        api.db.transaction(async (tx) => {
          for (let number = 0; number < 4; number += 1) {
            await api.app.get(AuditTrail).record(tx, ACTOR, { action: 'test.done', subjectType: 'test' });
          }
        }),
      ),
    );
    await Promise.all([seal(), seal(), seal()]);
    await writers;
    await Promise.all([seal(), seal()]);
    while ((await seal()) > 0);
    expect(await verify()).toMatchObject({ intact: true, sealed: 200, unsealed: 0 });
  });
});

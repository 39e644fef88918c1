import { PersonHoldings } from '@himpun/database';
import type { Actor } from '@himpun/kernel';
import { MergeUndoing, PersonMerges } from '@himpun/people';
import { anAdmittingGroup, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { signedIn, type TestClient } from '../../support/client';
import { everythingOf, insert, searchDuplicates, suspicionOf } from '../../support/duplicates';

const FACTS = { fullName: 'Siti Rahmawati', birthDate: '1991-04-03' };
const HOUR = 3_600_000;
type Rows = Record<string, unknown[]>;

describe('merging two people who have something in every table', () => {
  let api: TestApp;
  let groups: AdmittingGroup[];
  let officer: TestClient;
  let actor: Actor;
  beforeAll(async () => {
    api = await startApi();
    groups = [await anAdmittingGroup(api), await anAdmittingGroup(api)];
    officer = await signedIn(api, { fullName: 'Petugas' });
    actor = {
      ...{
        kind: 'person',
        accountId: officer.accountId,
        personId: officer.personId,
        label: 'Petugas',
        language: 'id',
      },
      ...{
        sessionId: null,
        powers: groups.map(({ groupId }) => ({ power: 'applications.decide', groupId, until: null })),
      },
    };
  });
  afterAll(() => api.close());

  const merges = (): PersonMerges => api.app.get(PersonMerges, { strict: false });
  const undoing = (): MergeUndoing => api.app.get(MergeUndoing, { strict: false });

  /** Two people, each with everything in a group of their own, and the suspicion about them. */
  const two = async (): Promise<{ one: string; other: string; id: string; account: string }> => {
    const people = [await signedIn(api, FACTS), await signedIn(api, FACTS)] as const;
    for (const [at, person] of people.entries())
      await everythingOf(api, person, groups[at] as AdmittingGroup, String(officer.personId));
    await searchDuplicates(api);
    const [one, other] = [String(people[0].personId), String(people[1].personId)];
    return { one, other, id: await suspicionOf(api, one, other), account: String(people[1].accountId) };
  };
  const merged = async (pair: { one: string; id: string }, choices = {}): Promise<string> => {
    const { fingerprint } = await merges().preview(actor, pair.id, pair.one, choices);
    return merges().merge(actor, pair.id, {
      survivorId: pair.one,
      choices,
      reason: 'Satu orang',
      fingerprint,
    });
  };
  /** Every row that names somebody, whole, but for what counts changes. */
  const everyRow = async (): Promise<Rows> => {
    const found: Rows = {};
    const tables = new Set(
      api.app
        .get(PersonHoldings)
        .all()
        .map(({ table }) => table),
    );
    for (const table of tables) {
      if (/^(person_m|duplicate_|audit_)/.test(table)) continue;
      const rows: { row: unknown }[] = await api.db.query(
        `SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY (to_jsonb(t) - 'version')::text`,
      );
      found[table] = rows.map(({ row }) => row);
    }
    return found;
  };
  const naming = async (personId: string, ways: readonly string[]): Promise<string[]> => {
    const found: string[] = [];
    for (const { table, column, way } of api.app.get(PersonHoldings).all()) {
      if (!ways.includes(way)) continue;
      const rows: unknown[] = await api.db.query(`SELECT 1 FROM ${table} WHERE ${column} = $1 LIMIT 1`, [
        personId,
      ]);
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found.sort();
  };

  it('moves all that moves, leaves what is append-only, and undoing puts every row back as it was', async () => {
    const pair = await two();
    const moving = await naming(pair.other, ['moves']);
    const before = await everyRow();
    expect(moving.length).toBeGreaterThan(14);
    // Something in every list: a table that is forgotten by the test would prove nothing.
    const all = api.app.get(PersonHoldings).all();
    const listed = all.filter(({ way }) => way === 'moves').map(({ table, column }) => `${table}.${column}`);
    expect(listed.filter((path) => !moving.includes(path) && path !== 'people.merged_into_id')).toEqual([]);
    const following = await naming(pair.other, ['follows']);
    expect(following.length).toBe(all.filter(({ way }) => way === 'follows').length);

    const mergeId = await merged(pair, { 'accounts:account': 'merged', 'people.full_name': 'merged' });
    const after = await everyRow();
    expect(after).not.toEqual(before);
    // What rests: the account and the national id that were not chosen, and what both have once.
    expect(await naming(pair.other, ['moves'])).toEqual([
      'accounts.person_id',
      'national_ids.person_id',
      'queue_view_defaults.person_id',
    ]);
    expect(await naming(pair.other, ['follows'])).toEqual(following);
    const [account]: { person_id: string }[] = await api.db.query(
      'SELECT person_id FROM accounts WHERE id = $1',
      [pair.account],
    );
    expect(account?.person_id).toBe(pair.one);
    // Nothing is lost and nothing is made: as many rows as before, everywhere.
    const sizes = (rows: Rows): Record<string, number> =>
      Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.length]));
    expect(sizes(after)).toEqual(sizes(before));

    expect(await undoing().undo(actor, mergeId, 'Keliru')).toBe(0);
    expect(await everyRow()).toEqual(before);
    const trail: { action: string }[] = await api.db.query(
      `SELECT action FROM audit_entries WHERE subject_id = $1 AND action LIKE 'person.merge%' ORDER BY at, id`,
      [pair.other],
    );
    expect(trail.map(({ action }) => action)).toEqual(['person.merged', 'person.merge_undone']);
  });

  it('leaves what was changed since as it is, and says how much', async () => {
    const pair = await two();
    await api.db.query(`UPDATE people SET region = 'Bali' WHERE id = $1`, [pair.other]);
    const mergeId = await merged(pair);
    await api.db.query(`UPDATE people SET region = 'Jawa Barat' WHERE id = $1`, [pair.one]);
    await api.db.query('DELETE FROM national_ids WHERE person_id = $1', [pair.one]);
    await api.db.query(`UPDATE credentials SET title = 'Baru' WHERE person_id = $1`, [pair.one]);
    expect(await undoing().undo(actor, mergeId, 'Keliru')).toBe(1);
    const [row]: { region: string }[] = await api.db.query('SELECT region FROM people WHERE id = $1', [
      pair.one,
    ]);
    expect(row?.region).toBe('Jawa Barat');
    const titles: unknown[] = await api.db.query(
      `SELECT 1 FROM credentials WHERE title = 'Baru' AND person_id IN ($1, $2)`,
      [pair.one, pair.other],
    );
    expect(titles).toHaveLength(2);
  });

  it('is not undone over what was decided since, after its time, or twice', async () => {
    const pair = await two();
    const mergeId = await merged(pair);
    const codes = async (): Promise<string[]> =>
      (await undoing().refusals(actor, mergeId)).map(({ code }) => code);
    api.clock.advance(HOUR);
    const [application]: { id: string; rule_id: string }[] = await api.db.query(
      'SELECT id, rule_id FROM applications WHERE person_id = $1 AND group_id = $2',
      [pair.one, groups[1]?.groupId],
    );
    expect(await codes()).toEqual([]);
    await insert(api, 'decisions', {
      ...{ application_id: application?.id, outcome: 'approved', reason_codes: ['requirements_met'] },
      ...{ rule_id: application?.rule_id, facts: '{}', facts_hash: 'a'.repeat(64), results: '[]' },
      ...{ decided_on: '2026-11-20', decided_by: officer.personId },
    });
    expect(await codes()).toEqual(['later_facts']);
    await expect(undoing().undo(actor, mergeId, 'Keliru')).rejects.toMatchObject({
      code: 'person_merge.refused',
    });
    api.clock.advance(91 * 24 * HOUR);
    expect(await codes()).toEqual(['too_late', 'later_facts']);
    api.clock.advance(-92 * 24 * HOUR);
  });

  it('happens once: of two officers at the same moment, and of both directions, one is told', async () => {
    const pair = await two();
    const forth = await merges().preview(actor, pair.id, pair.one, {});
    const back = await merges().preview(actor, pair.id, pair.other, {});
    const wanted = [
      { survivorId: pair.one, fingerprint: forth.fingerprint },
      { survivorId: pair.other, fingerprint: back.fingerprint },
      { survivorId: pair.one, fingerprint: forth.fingerprint },
    ];
    const ends = await Promise.allSettled(
      wanted.map((each) => merges().merge(actor, pair.id, { ...each, choices: {}, reason: 'Satu orang' })),
    );
    const lost = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.code as string] : []));
    expect(lost).toEqual(['duplicate_suspicion.closed', 'duplicate_suspicion.closed']);
    const standing: unknown[] = await api.db.query(
      'SELECT 1 FROM person_merges WHERE undone_at IS NULL AND merged_id IN ($1, $2)',
      [pair.one, pair.other],
    );
    expect(standing).toHaveLength(1);
  });

  it('takes nothing new for a merged person, and finds no pair with one', async () => {
    const pair = await two();
    await merged(pair);
    await expect(insert(api, 'credentials', { person_id: pair.other, kind: 'licence' })).rejects.toThrow(
      /was merged/,
    );
    await searchDuplicates(api);
    const open: unknown[] = await api.db.query(
      `SELECT 1 FROM duplicate_suspicions WHERE state = 'open' AND $1 IN (first_person_id, second_person_id)`,
      [pair.other],
    );
    expect(open).toEqual([]);
  });

  it('keeps a membership’s person except by a merge', async () => {
    const pair = await two();
    await expect(
      api.db.query('UPDATE memberships SET person_id = $1 WHERE person_id = $2', [
        officer.personId,
        pair.other,
      ]),
    ).rejects.toThrow(/keeps its person/);
  });
});

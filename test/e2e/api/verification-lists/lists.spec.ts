import { ListRetention, ListTurns } from '@himpun/credentials';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { aRegister, imported } from '../../../support/registers';
import { aProvider, npiFrom, nppesStandIn, type NppesStandIn } from '../../../support/stand-ins/nppes';
import {
  auditedActs,
  resultsOf,
  uploadedList,
  workedOn,
  type ListBody,
} from '../../../support/verification-lists';

const REGISTER = [
  'number,name,birth_date,profession,status',
  'PT-1,Ana Lestari,1990-05-01,Fisioterapis,active',
  'PT-2,Budi Santoso,1985-02-03,Fisioterapis,revoked',
  'PT-3,Citra Dewi,,Fisioterapis,active',
].join('\n');
const LIST = [
  'Nomor STR;Nama;Tgl Lahir;Unit',
  'pt 1;Ana Lestari, S.Ft.;1/5/1990;Rawat inap',
  'PT-2;Budi Santoso;;=cmd',
  'PT-3;Joko Widodo;;',
  'PT-9;Dewi;;',
].join('\n');

describe('lists of people', () => {
  let api: TestApp;
  let nppes: NppesStandIn;
  let [groupId, childId] = ['', ''];
  let officer: TestClient;
  beforeAll(async () => {
    nppes = await nppesStandIn();
    api = await startApi({ NPPES_URL: nppes.url });
    groupId = await aGroup(api);
    childId = await aGroup(api, { parentId: groupId });
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    const powers = ['licences.check', 'registers.import'];
    await grantPowers(api, officer.personId as string, groupId, powers);
    await imported(api, officer, await aRegister(api, groupId), REGISTER);
  });
  afterAll(async () => {
    await api.close();
    await nppes.close();
  });

  const list = (csv: string | Buffer = LIST, fields: Record<string, string> = {}) =>
    uploadedList(officer, csv, { groupId: childId, name: 'RS Harapan', authority: 'KTKI', ...fields });
  const path = (id: string, act = ''): string => `/api/verification-lists/${id}${act}`;
  const act = (id: string, what: string, who = officer) => who.post<ListBody>(path(id, `/${what}`));
  const work = (id: string) => workedOn(api, id);
  const audited = (id: string) => auditedActs(api, id);
  const ended = (id: string): Promise<Record<string, unknown>[]> =>
    api.db.query(
      `SELECT row_no AS row, run_state AS run, outcome, attempts, ended_at AS at FROM verification_list_answers
       WHERE list_id = $1 ORDER BY row_no`,
      [id],
    );

  it('are read with a plan of who would be asked, and nobody is asked before the officer’s word', async () => {
    const { status, body } = await list();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ state: 'draft', rows: 4, errors: 0, done: 0, problems: [] },
      mapping: { number: 'Nomor STR', name: 'Nama', birth_date: 'Tgl Lahir' },
      sources: [{ source: 'authority_register', questions: 4, open: 4 }],
    });
    expect(body.sample[0]).toMatchObject({ row: 2, number: 'pt 1', authority: 'KTKI' });
    await work(body.id);
    expect((await officer.get<ListBody>(path(body.id))).body).toMatchObject({ done: 0, state: 'draft' });
    expect((await resultsOf(api, body.id)).open).toBe(4);
    const [file]: { plain: boolean }[] = await api.db.query(
      `SELECT position('Ana Lestari'::bytea IN sealed) > 0 AS plain FROM verification_list_files WHERE list_id = $1`,
      [body.id],
    );
    expect(file).toEqual({ plain: false });
  });

  it('end with one result for everybody, by the same sources and rules as credentials', async () => {
    const { id } = (await list()).body;
    expect((await act(id, 'confirmation')).status).toBe(202);
    expect((await act(id, 'confirmation')).status).toBe(202);
    await Promise.all([work(id), work(id)]);
    const { body } = await officer.get<ListBody>(path(id));
    expect(body).toMatchObject({ state: 'finished', done: 4, canReread: false, firstRows: [], sample: [] });
    const rows = await officer.get<{ items: Record<string, unknown>[]; total: number }>(path(id, '/rows'));
    expect(rows.body.items.map(({ row, result }) => [row, result])).toEqual([
      [2, 'match'],
      [3, 'revoked'],
      [4, 'mismatch'],
      [5, 'not_found'],
    ]);
    const only = await officer.get<{ items: { id: string; name: string }[]; total: number }>(
      path(id, '/rows?result=mismatch&pageSize=1'),
    );
    expect(only.body).toMatchObject({ total: 1, items: [{ name: 'Joko Widodo' }] });
    expect((await officer.get(path(id, '/rows?text=budi'))).body).toMatchObject({ total: 1 });
    expect((await officer.get(path(id, '/rows?text=%25'))).body).toMatchObject({ total: 0 });
    const one = await officer.get(path(id, `/rows/${only.body.items[0]?.id}`));
    expect(one.body).toMatchObject({
      result: 'mismatch',
      answers: [
        {
          ...{ source: 'authority_register', runState: 'ran', outcome: 'mismatch' },
          answerHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          answer: expect.stringContaining('Citra Dewi'),
          reasons: expect.arrayContaining([expect.objectContaining({ code: 'name_differs' })]),
          fields: expect.arrayContaining([expect.objectContaining({ field: 'name', result: 'mismatch' })]),
        },
      ],
    });
    const [people]: { count: number }[] = await api.db.query(
      `SELECT count(*)::int AS count FROM people WHERE full_name = 'Joko Widodo'`,
    );
    expect(people).toEqual({ count: 0 });
    expect(await audited(id)).toEqual([
      ...['uploaded', 'read', 'started', 'finished', 'read', 'read', 'read', 'read', 'read'].map(
        (did) => `verification_list.${did}`,
      ),
    ]);
    const [asked]: { count: number }[] = await api.db.query(
      `SELECT count(*)::int AS count FROM audit_entries
       WHERE action = 'verification_list.answered' AND details ->> 'listId' = $1`,
      [id],
    );
    expect(asked).toEqual({ count: 4 });
  });

  it('are saved as a table that no spreadsheet carries out', async () => {
    const { id } = (await list('number,name\n-1,"Ana, S.Ft."\nPT-3,-\u202e5 Citra\n')).body;
    const rows = (await officer.get<ListBody>(path(id))).body;
    expect(rows.problems).toMatchObject([{ row: 3, column: 'name', code: 'formula' }]);
    const good = (await list('number,name\n-1,"Ana, S.Ft."\n')).body.id;
    await act(good, 'confirmation');
    await work(good);
    const csv = (await officer.download(path(good, '/results.csv?language=id'))).body.toString();
    expect(csv).toMatch(/^\ufeffBaris,Nomor,Nama,/);
    expect(csv).toContain(`2,'-1,"Ana, S.Ft.",,KTKI,,Tidak ada di sumber ini,Register otoritas,`);
    expect(await audited(good)).toContain('verification_list.read');
  });

  it('stop when an officer says so, and go on where they stopped', async () => {
    const { id } = (await list()).body;
    await act(id, 'confirmation');
    expect((await act(id, 'cancellation')).body.state).toBe('cancelled');
    expect((await act(id, 'cancellation')).status).toBe(200);
    await work(id);
    expect((await officer.get<ListBody>(path(id))).body).toMatchObject({ done: 0, state: 'cancelled' });
    expect((await act(id, 'confirmation')).status).toBe(409);
    expect((await act(id, 'resumption')).body.state).toBe('running');
    await work(id);
    expect((await officer.get<ListBody>(path(id))).body).toMatchObject({ done: 4, state: 'finished' });
    expect((await act(id, 'cancellation')).status).toBe(409);
    expect(await audited(id)).toEqual(
      ['uploaded', 'read', 'started', 'cancelled', 'resumed', 'finished'].map(
        (did) => `verification_list.${did}`,
      ),
    );
  });

  it('tell their pace and the time left while they go on', async () => {
    const { id } = (await list()).body;
    await act(id, 'confirmation');
    api.clock.advance(30_000);
    await api.db.query(
      `UPDATE verification_list_answers SET run_state = 'ran', outcome = 'match', source_version = '1', ended_at = $2
       WHERE list_id = $1 AND row_no = 2`,
      [id, api.clock.now()],
    );
    const { body } = await officer.get<ListBody>(path(id));
    expect(body).toMatchObject({ state: 'running', done: 1, perMinute: 2, secondsLeft: 90 });
    await act(id, 'cancellation');
  });

  it('are taken up again when their turn was lost with a worker', async () => {
    const { id } = (await list()).body;
    await act(id, 'confirmation');
    await api.db.query(
      `UPDATE verification_list_answers SET run_state = 'running', taken_by = gen_random_uuid(), taken_until = $2
       WHERE list_id = $1 AND row_no = 3`,
      [id, new Date(api.clock.now().getTime() + 15_000)],
    );
    await work(id);
    expect((await officer.get<ListBody>(path(id))).body).toMatchObject({ done: 3, state: 'running' });
    api.clock.advance(21_000);
    const turns = api.app.get(ListTurns, { strict: false });
    expect(await turns.resume()).toBeGreaterThan(0);
    await work(id);
    expect((await officer.get<ListBody>(path(id))).body).toMatchObject({ done: 4, state: 'finished' });
    expect(await turns.resume()).toBe(0);
  });

  it('ask again, once finished, where a source had no answer, and leave all other results alone', async () => {
    const { id } = (await list()).body;
    await act(id, 'confirmation');
    expect((await act(id, 'repetition')).status).toBe(409);
    await work(id);
    await api.db.query(
      `UPDATE verification_list_answers SET run_state = 'unavailable', outcome = NULL
       WHERE list_id = $1 AND row_no = 2`,
      [id],
    );
    const before = await ended(id);
    expect((await act(id, 'repetition')).body).toMatchObject({ state: 'running', done: 3 });
    await work(id);
    expect((await officer.get<ListBody>(path(id))).body).toMatchObject({ done: 4, state: 'finished' });
    const after = await ended(id);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(after[0]).toMatchObject({ row: 2, run: 'ran', outcome: 'match', attempts: 1 });
  });

  it('wait for a source that is away without asking it, and go on by themselves when it is back', async () => {
    const number = npiFrom('123456789');
    nppes.records.set(number, aProvider(number));
    const now = api.clock.now();
    await api.db.query(
      `INSERT INTO source_health (source, state, in_row, opens, opened_at, open_until)
       VALUES ('npi_registry', 'open', 5, 1, $1, $2)`,
      [now, new Date(now.getTime() + 60_000)],
    );
    const { id } = (await list(`number,name\n${number},Ana Lestari\n`, { authority: 'NPPES' })).body;
    await act(id, 'confirmation');
    await work(id);
    const { body } = await officer.get<ListBody>(path(id));
    expect(body).toMatchObject({ state: 'running', done: 0 });
    expect(body.sources).toMatchObject([
      { source: 'npi_registry', open: 1, heldUntil: new Date(now.getTime() + 60_000).toISOString() },
    ]);
    expect(nppes.asked).toEqual([]);
    const turns = api.app.get(ListTurns, { strict: false });
    api.clock.advance(30_000);
    expect(await turns.resume()).toBe(0);
    api.clock.advance(31_000);
    expect(await turns.resume()).toBe(1);
    await work(id);
    expect((await officer.get<ListBody>(path(id))).body).toMatchObject({
      ...{ state: 'finished', done: 1, results: [{ result: 'match', count: 1 }] },
    });
    expect(nppes.asked).toEqual([number]);
  });

  it('are planned anew when the group uses other sources by the time they are started', async () => {
    const { id } = (await list()).body;
    const use = (used: boolean) =>
      officer.put(`/api/groups/${childId}/sources/authority_register`, { used, reason: 'Contract' });
    await use(false);
    const refused = await act(id, 'confirmation');
    expect(refused).toMatchObject({ status: 409, body: { code: 'verification_list.outdated_conflict' } });
    expect((await officer.get<ListBody>(path(id))).body).toMatchObject({
      state: 'draft',
      sources: [{ source: 'manual', questions: 4 }],
    });
    await use(true);
  });

  it('are hidden from officers of other groups, and from lesser powers', async () => {
    const { id } = (await list()).body;
    const stranger = await signedIn(api);
    await grantPowers(api, stranger.personId as string, await aGroup(api), ['licences.check']);
    for (const one of ['', '/rows', '/results.csv', '/problems.csv'])
      expect((await stranger.get(path(id, one))).status).toBe(404);
    for (const one of ['confirmation', 'cancellation', 'resumption', 'repetition'])
      expect((await act(id, one, stranger)).status).toBe(404);
    expect((await stranger.delete(path(id))).status).toBe(404);
    expect((await stranger.get<{ total: number }>('/api/verification-lists')).body.total).toBe(0);
    const foreign = await uploadedList(stranger, LIST, { groupId, name: 'x' });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'group.not_found' } });
    const lesser = await signedIn(api);
    await grantPowers(api, lesser.personId as string, groupId, ['registers.import']);
    expect((await lesser.get(path(id))).status).toBe(403);
  });

  it('are given up by their officer, or by time; of old ones the people are erased and the results kept', async () => {
    const thrown = (await list()).body.id;
    expect((await officer.delete(path(thrown))).status).toBe(204);
    expect((await officer.get(path(thrown))).status).toBe(404);
    const [draft, done] = [(await list()).body.id, (await list()).body.id];
    await act(done, 'confirmation');
    await work(done);
    api.clock.advance(366 * 86_400_000);
    await api.app.get(ListRetention, { strict: false }).run();
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    await grantPowers(api, officer.personId as string, groupId, ['licences.check', 'registers.import']);
    expect((await officer.get(path(draft))).status).toBe(404);
    const kept = await officer.get<{ items: Record<string, unknown>[] }>(path(done, '/rows?result=revoked'));
    expect(kept.body.items).toMatchObject([
      { row: 3, name: '', number: '', birthDate: null, answers: [{ answer: null, outcome: 'revoked' }] },
    ]);
    expect(await audited(done)).toContain('verification_list.erased');
  });
});

import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { aRegister, imported } from '../../../support/registers';
import { uploadedList, workedOn, type ListBody } from '../../../support/verification-lists';
import { aWorkbook } from '../../../support/workbook';

describe('files of lists', () => {
  let api: TestApp;
  let groupId: string;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    const powers = ['licences.check', 'registers.import'];
    await grantPowers(api, officer.personId as string, groupId, powers);
    const register = 'number,name,status\nPT-1,Ana Lestari,active';
    await imported(api, officer, await aRegister(api, groupId), register);
  });
  afterAll(() => api.close());

  const list = (file: string | Buffer, fields: Record<string, string> = {}) =>
    uploadedList(officer, file, { groupId, name: 'RS Harapan', authority: 'KTKI', ...fields });
  const path = (id: string, act = ''): string => `/api/verification-lists/${id}${act}`;
  const act = (id: string, what: string) => officer.post<ListBody>(path(id, `/${what}`));
  const work = (id: string) => workedOn(api, id);

  it('name every fault at once, with row and column as in the file', async () => {
    const { body } = await list(
      [
        'Nomor,Nama,Tgl Lahir,Konsil',
        'PT-1,Ana,1990-02-30,KTKI',
        ',12,,KTKI',
        'PT-3,Citra,,',
        'PT-1,Ana Lagi,,k.t.k.i.',
        'PT-7,=HYPERLINK("http://x"),,KTKI',
        'PT-8,Dewi,,KTKI,lebih',
      ].join('\n'),
      { authority: '' },
    );
    expect(body).toMatchObject({ state: 'refused', rows: 6, sources: [], results: [] });
    expect(body.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Tgl Lahir', 'date_wrong'],
      [3, 'Nomor', 'number_missing'],
      [3, 'Nama', 'name_missing'],
      [4, 'Konsil', 'authority_missing'],
      [6, 'Nama', 'formula'],
      [7, null, 'cells_differ'],
    ]);
    expect((await act(body.id, 'confirmation')).status).toBe(409);
    const csv = await officer.download(path(body.id, '/problems.csv?language=en'));
    expect(csv.body.toString()).toContain('6,Nama,This cell holds a formula. Save values only.');
  });

  it('name people who stand in them twice, however the number is written', async () => {
    const { body } = await list('number,name\nPT-1,Ana\nPT-2,Budi\npt 1,Ana\n');
    expect(body.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, 'number', 'number_twice'],
    ]);
  });

  it.each([
    ['by heading', 'Nomor,Nama,NIK\nPT-1,Ana,3273014105900001\n', [1, 'NIK']],
    [
      'among the numbers',
      'Nomor,Nama\n3273014105900001,Ana\n3273014105900002,Budi\n3273014105900003,Citra\n',
      [null, 'Nomor'],
    ],
  ])('are refused with national ids in them, %s, and keep none', async (_, csv, [row, column]) => {
    const { body } = await list(csv);
    expect(body.state).toBe('refused');
    expect(body.problems).toMatchObject([{ row, column, code: 'national_id' }]);
    const [kept]: { count: number }[] = await api.db.query(
      `SELECT (SELECT count(*) FROM verification_list_rows WHERE list_id = $1)::int
         + (SELECT count(*) FROM verification_list_files WHERE list_id = $1)::int AS count`,
      [body.id],
    );
    expect(kept).toEqual({ count: 0 });
    expect(JSON.stringify((await officer.get(path(body.id))).body)).not.toContain('32730141');
  });

  it('can be read again in another way, and can be a workbook', async () => {
    const sheet = aWorkbook([
      ['kode', 'pemegang', 'penerbit izin'],
      ['PT-1', 'Ana Lestari', 'KTKI'],
      ['X-1', 'Bob', 'Board of Nowhere'],
    ]);
    const first = await list(sheet, { authority: '', name: '' });
    expect(first.body).toMatchObject({ state: 'refused', canReread: true, name: 'audit' });
    const { status, body } = await officer.put<ListBody>(path(first.body.id, '/mapping'), {
      columns: { number: 'kode', name: 'pemegang', authority: 'penerbit izin' },
      dates: 'day_first',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'draft', rows: 2, errors: 0 });
    expect(body.sources.map(({ source, questions }) => [source, questions])).toEqual([
      ['authority_register', 1],
      ['manual', 1],
    ]);
    await act(body.id, 'confirmation');
    await work(body.id);
    const { body: ended } = await officer.get<ListBody>(path(body.id));
    expect(ended).toMatchObject({ state: 'finished', done: 2 });
    expect(ended.results).toEqual(
      expect.arrayContaining([
        { result: 'match', count: 1 },
        { result: 'not_covered', count: 1 },
      ]),
    );
  });

  it('of more than 20,000 people are refused as a whole', async () => {
    const lines = Array.from({ length: 20_001 }, (_, at) => `PT-${at},Ana`);
    const { body } = await list(`number,name\n${lines.join('\n')}\n`);
    expect(body.state).toBe('refused');
    expect(body.problems.map(({ code }) => code)).toEqual(['list_too_long']);
  });
});

import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { exchangeRaw, parseRaw } from '../../../support/raw-http';
import { aRegister, imported, uploaded } from '../../../support/registers';

const GOOD =
  'number,name,birth_date,profession,status,valid_from,valid_until\nPT-404,Ana Lestari,1990-05-01,Fisioterapis,active,2020-01-01,\n';

describe('register imports', () => {
  let api: TestApp;
  let groupId: string;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    officer = await signedIn(api, { fullName: 'Petugas Register' });
    await grantPowers(api, officer.personId as string, groupId, ['registers.import']);
  });
  afterAll(() => api.close());
  const register = (): Promise<string> => aRegister(api, groupId, `A${Math.random()}`);
  const count = async (importId: string): Promise<number> => {
    const [row]: { n: number }[] = await api.db.query(
      `SELECT count(*)::int AS n FROM register_entries e JOIN register_imports i ON i.register_id = e.register_id
       WHERE i.id = $1`,
      [importId],
    );
    return row?.n ?? -1;
  };

  it.each([
    ['commas', GOOD],
    ['a byte order mark and semicolons', `\ufeff${GOOD.replaceAll(',', ';')}`],
    ['Windows line ends', GOOD.replaceAll('\n', '\r\n')],
    [
      'headings in Indonesian',
      GOOD.replace(
        /^.*\n/,
        'Nomor STR,Nama Lengkap,Tanggal Lahir,Profesi,Status,Berlaku dari,Berlaku sampai\n',
      ),
    ],
    ['Indonesian dates and words', GOOD.replace('1990-05-01', '1/5/1990').replace('active', 'Aktif')],
    ['numbers that a spreadsheet protects', GOOD.replace('PT-404', '"=""PT-404"""')],
  ])('reads a file with %s and writes no entry yet', async (_, csv) => {
    const { status, body } = await uploaded(officer, await register(), csv);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'checked', rowCount: 1, errorCount: 0, problems: [] });
    expect(body.sample[0]).toMatchObject({
      number: 'PT-404',
      name: 'Ana Lestari',
      birth_date: '1990-05-01',
      status: 'active',
    });
    expect(await count(body.id)).toBe(0);
  });

  it('names every fault at once, with row and column as in the file', async () => {
    const csv = [
      'Nomor,Nama,Tgl Lahir,Status',
      'PT-1,Ana,1990-02-30,aktif',
      ',Budi,,aktif',
      'PT-3,,,menari',
      'PT-1,Ana Lagi,,aktif',
      'PT-1,Ana Lagi Lagi,,aktif',
      '1.23E+15,Citra,,aktif',
      'PT-7,=HYPERLINK("http://x"),,aktif',
      'PT-8,Dewi,,aktif,lebih',
    ].join('\n');
    const { body } = await uploaded(officer, await register(), csv);
    expect(body).toMatchObject({ state: 'refused', rowCount: 8 });
    expect(body.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Tgl Lahir', 'date_wrong'],
      [3, 'Nomor', 'number_missing'],
      [4, 'Nama', 'name_missing'],
      [4, 'Status', 'status_unknown'],
      [6, 'Nomor', 'number_twice'],
      [7, 'Nomor', 'number_rounded'],
      [8, 'Nama', 'formula'],
      [9, null, 'cells_differ'],
    ]);
    expect(body.errorCount).toBe(8);
  });

  it.each([
    ['is empty', '', 'empty'],
    ['has only headings', 'number,name\n', 'empty'],
    ['lacks a column', 'number,profession\nPT-1,Fisioterapis\n', 'column_missing'],
    ['is a workbook that cannot be opened', Buffer.from('PK\u0003\u0004rubbish'), 'workbook_broken'],
    ['is a workbook of the old kind', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not_csv'],
    ['is no text', Buffer.from([0x6e, 0x75, 0x6d, 0xff, 0x00, 0x2c]), 'not_text'],
    [
      'mixes two encodings, far below',
      Buffer.concat([
        Buffer.from(GOOD),
        Buffer.alloc(80_000, 'a,b\n'),
        Buffer.from('Zo\u00eb,Zo', 'utf8'),
        Buffer.from([0xeb]),
      ]),
      'mixed_encoding',
    ],
    ['has a heading twice', 'number,name,name\nPT-1,Ana,Budi\n', 'heading_twice'],
    ['never closes a quotation mark', 'number,name\nPT-1,"Ana\n', 'quotes_broken'],
    ['has a row without end', `number,name\nPT-1,"${'a'.repeat(200_000)}"\n`, 'row_too_long'],
  ])('says what to do with a file that %s', async (_, csv, code) => {
    const { status, body } = await uploaded(officer, await register(), csv);
    expect(status).toBe(201);
    expect(body.state).toBe('refused');
    expect(body.problems.map((problem) => problem.code)).toContain(code);
  });

  it('takes the officer’s mapping where headings are unusual', async () => {
    const csv = 'kode;pemegang\nPT-1;Ana\n';
    const id = await register();
    expect((await uploaded(officer, id, csv)).body.problems[0]?.code).toBe('column_missing');
    const { body } = await uploaded(officer, id, csv, { number: 'kode', name: 'pemegang' });
    expect(body).toMatchObject({
      state: 'checked',
      mapping: { number: 'kode', name: 'pemegang' },
      delimiter: ';',
    });
  });

  it('becomes the next version when confirmed, tells what changed, and answers a file it has with that version', async () => {
    const id = await register();
    const first = await imported(api, officer, id, 'number,name\nPT-1,Ana\nPT-2,Budi\nPT-3,Citra\n');
    const second = await uploaded(officer, id, 'number,name\nPT-2,Budi\nPT-3,Citra Dewi\nPT-4,Eka\n');
    expect(second.body.changes).toEqual({ added: 1, changed: 1, removed: 1, same: 1, struck: 0, byHand: 0 });
    const secondId = await imported(api, officer, id, 'number,name\nPT-2,Budi\nPT-3,Citra Dewi\nPT-4,Eka\n');
    expect(secondId).toBe(second.body.id);
    const versions = await officer.get<{ id: string; state: string; number: number }[]>(
      `/api/registers/${id}/imports`,
    );
    expect(versions.body.map(({ number, state }) => [number, state])).toEqual([
      [2, 'current'],
      [1, 'superseded'],
    ]);
    expect(await count(first)).toBe(3);
    const again = await uploaded(officer, id, 'number,name\nPT-2,Budi\nPT-3,Citra Dewi\nPT-4,Eka\n');
    expect(again.body).toMatchObject({ id: secondId, state: 'current' });
    expect((await officer.get(`/api/registers/${id}`)).body).toMatchObject({
      currentNumber: 2,
      currentRows: 3,
    });
  });

  it('refuses to confirm a file with faults, and confirms twice once', async () => {
    const id = await register();
    const bad = await uploaded(officer, id, 'number,name\n,Ana\n');
    expect(await officer.post(`/api/registers/${id}/imports/${bad.body.id}/confirmation`)).toMatchObject({
      status: 409,
      body: { code: 'register_import.closed' },
    });
    const good = await uploaded(officer, id, GOOD);
    const confirm = () => officer.post(`/api/registers/${id}/imports/${good.body.id}/confirmation`);
    expect([(await confirm()).status, (await confirm()).status]).toEqual([202, 202]);
    expect(
      await api.db.query(
        `SELECT count(*)::int AS n FROM outbox_messages WHERE type = 'credentials.register_import_confirmed' AND payload->>'importId' = $1`,
        [good.body.id],
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('is closed to officers of other groups, and to larger files than it takes', async () => {
    const id = await register();
    const stranger = await signedIn(api);
    await grantPowers(api, stranger.personId as string, await aGroup(api), ['registers.import']);
    expect(await uploaded(stranger, id, GOOD)).toMatchObject({
      status: 403,
      body: { code: 'register.forbidden' },
    });
    const larger = await exchangeRaw(
      api.url,
      `POST /api/registers/${id}/imports HTTP/1.1\r\nHost: himpun\r\nSec-Fetch-Site: same-origin\r\nCookie: ${officer.cookie}\r\n` +
        `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${201 * 1024 * 1024}\r\nConnection: close\r\n\r\n`,
    );
    expect(parseRaw(larger).status).toBe(413);
    expect((await officer.get<unknown[]>(`/api/registers/${id}/imports`)).body).toEqual([]);
  });
});

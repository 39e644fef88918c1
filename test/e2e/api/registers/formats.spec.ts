import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { aRegister, uploaded } from '../../../support/registers';
import { aWorkbook } from '../../../support/workbook';

const HEADINGS = ['No. STR', 'Nama', 'Tgl Lahir', 'Status'];

describe('formats of register files', () => {
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

  it('reads the first visible sheet of a workbook: dates, zeros, saved values, empty rows and ends of rows', async () => {
    const book = aWorkbook([
      HEADINGS,
      [{ number: '123', style: 2 }, 'Ana & Budi', { number: '32994', style: 1 }, 'aktif'],
      [],
      ['PT-2', { formula: 'HYPERLINK("http://x")', value: 'Citra' }],
    ]);
    const { body } = await uploaded(officer, await register(), book);
    expect(body).toMatchObject({ state: 'checked', rowCount: 2, errorCount: 0 });
    expect(body.sample).toMatchObject([
      { number: '00123', name: 'Ana & Budi', birth_date: '1990-05-01', status: 'active' },
      { number: 'PT-2', name: 'Citra', birth_date: null },
    ]);
  });

  it('names the faults of a workbook by row and column', async () => {
    const book = aWorkbook([
      HEADINGS,
      [{ number: '3201123456789010' }, 'Ana', '', ''],
      ['PT-2', '=cmd|x', '31/02/1990', 'menari'],
    ]);
    const { body } = await uploaded(officer, await register(), book);
    expect(body.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'No. STR', 'number_rounded'],
      [3, 'Nama', 'formula'],
      [3, 'Tgl Lahir', 'date_wrong'],
      [3, 'Status', 'status_unknown'],
    ]);
  });

  it.each([
    [
      'unpacks to a hundred times its size',
      { 'xl/worksheets/sheet2.xml': ' '.repeat(48 * 1024 * 1024) },
      'workbook_too_large',
    ],
    [
      'declares entities of its own',
      { 'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>' },
      'workbook_broken',
    ],
    ['lacks its sheet', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }, 'workbook_broken'],
    ['holds broken XML', { 'xl/worksheets/sheet2.xml': '<worksheet><row></c>' }, 'workbook_broken'],
  ])('refuses a workbook that %s', async (_, parts, code) => {
    const { body } = await uploaded(officer, await register(), aWorkbook([HEADINGS], parts));
    expect(body.state).toBe('refused');
    expect(body.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it.each([
    ['Windows-1252 and tabs', Buffer.from('number\tname\n007\tZoë Müller\n', 'latin1'), 'Zoë Müller'],
    [
      'UTF-16 as spreadsheets save it',
      Buffer.from('\ufeffnumber\tname\r\n007\tZoë Müller\r\n', 'utf16le'),
      'Zoë Müller',
    ],
    ['a name of 200 letters', Buffer.from(`number;name\n007;${'ë'.repeat(200)}\n`), 'ë'.repeat(200)],
  ])('reads %s, with the zeros of numbers', async (_, bytes, name) => {
    const { body } = await uploaded(officer, await register(), bytes);
    expect(body).toMatchObject({ state: 'checked', sample: [{ number: '007', name }] });
  });

  it('reads dates as the officer says, remembers how, and reads the next file so', async () => {
    const id = await register();
    const first = await uploaded(officer, id, 'kode,pemegang,lahir\nPT-1,Ana,05/04/1990\n');
    expect(first.body).toMatchObject({ state: 'refused', headings: ['kode', 'pemegang', 'lahir'] });
    const path = `/api/registers/${id}/imports/${first.body.id}`;
    const columns = { number: 'kode', name: 'pemegang', birth_date: 'lahir' };
    const mapped = await officer.put(`${path}/mapping`, { columns, dates: 'month_first' });
    expect(mapped.body).toMatchObject({
      ...{ state: 'checked', mapping: columns, mappingFrom: 'chosen', dates: 'month_first' },
      sample: [{ number: 'PT-1', birth_date: '1990-05-04' }],
    });
    const second = await uploaded(officer, id, 'kode,pemegang,lahir\nPT-1,Ana,12/31/1990\n');
    expect(second.body).toMatchObject({
      state: 'checked',
      mappingFrom: 'remembered',
      sample: [{ birth_date: '1990-12-31' }],
    });
    expect(await officer.put(`${path}/mapping`, { columns, dates: 'day_first' })).toMatchObject({
      status: 409,
      body: { code: 'register_import.closed' },
    });
  });

  it('gives all faults as a table that no spreadsheet carries out', async () => {
    const id = await register();
    const rows = Array.from({ length: 700 }, (_, at) => `PT-${at},"=HYPERLINK(""http://x"")"`);
    const { body } = await uploaded(officer, id, ['number,name', ...rows].join('\n'));
    expect(body).toMatchObject({ errorCount: 700 });
    expect(body.problems).toHaveLength(500);
    const table = await officer.download(`/api/registers/${id}/imports/${body.id}/problems.csv?language=en`);
    const lines = table.body.toString().trim().split('\r\n');
    expect(lines).toHaveLength(701);
    expect(lines[1]).toMatch(/^2,name,.*,"'=HYPERLINK/);
    expect(table.headers.get('content-disposition')).toContain('attachment');
  });
});

import { randomUUID } from 'node:crypto';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Page {
  items: { fullName: string; number: string; personId: string }[];
  total: number;
}

describe('the member directory', () => {
  let api: TestApp;
  let officer: TestClient;
  let association: string;
  let chapter: string;
  let elsewhere: string;

  beforeAll(async () => {
    api = await startApi();
    association = await aGroup(api);
    chapter = await aGroup(api, {
      parentId: association,
      nameId: 'Cabang Bandung',
      nameEn: 'Bandung chapter',
    });
    elsewhere = await aGroup(api);
    officer = await signedIn(api, { fullName: 'Olga Petugas' });
    await grantPowers(api, officer.personId as string, association, ['members.read']);
    for (const [name, group] of [
      ['Siti Aminah', association],
      ['Siti Rahmawati', chapter],
      ["Ni'mah Nur'aini", chapter],
      ['José Müller', association],
      ['100% Budi_Santoso', association],
      ['Siti Tersembunyi', elsewhere],
    ] as const) {
      await aMember(name, group);
    }
  });
  afterAll(() => api.close());

  async function aMember(fullName: string, groupId: string): Promise<void> {
    const { personId } = await signedIn(api, { fullName });
    const grades: { id: string }[] = await api.db.query('SELECT id FROM grades WHERE group_id = $1', [
      groupId,
    ]);
    const gradeId = grades[0]?.id ?? randomUUID();
    if (!grades[0]) {
      await api.db.query(
        `INSERT INTO grades (id, created_at, group_id, code, name_id, name_en, number_pattern)
         VALUES ($1, now(), $2, 'full', 'Biasa', 'Full', 'A-{seq:4}')`,
        [gradeId, groupId],
      );
    }
    await api.db.query(
      `INSERT INTO memberships (id, created_at, person_id, group_id, grade_id, number, card_code)
       VALUES ($1, now(), $2, $3, $4, $5, $5)`,
      [randomUUID(), personId, groupId, gradeId, randomUUID()],
    );
  }

  const search = (query: string): Promise<{ status: number; body: Page }> =>
    officer.get<Page>(`/api/directory/people?${query}`);
  const names = async (query: string): Promise<string[]> =>
    (await search(query)).body.items.map((item) => item.fullName).sort();

  it.each([
    ['part of a name, in the whole subtree', 'q=siti', ['Siti Aminah', 'Siti Rahmawati']],
    ['only one chapter', () => `q=siti&groupId=${chapter}`, ['Siti Rahmawati']],
    ['without diacritics', 'q=jose muller', ['José Müller']],
    ['a typing mistake', 'q=rahmawti', ['Siti Rahmawati']],
    ['an apostrophe', "q=ni'mah", ["Ni'mah Nur'aini"]],
    ['a percent sign as itself', 'q=100%25', ['100% Budi_Santoso']],
    ['an underscore as itself', 'q=budi_s', ['100% Budi_Santoso']],
    ['nothing of another association', 'q=tersembunyi', []],
    ['SQL as harmless text', "q=' OR 1=1 --", []],
  ])('finds %s', async (_, query, expected) => {
    expect(await names(typeof query === 'function' ? query() : query)).toEqual(expected);
  });

  it('lists all by name, a page at a time, with the total', async () => {
    const first = await search('pageSize=2');
    const second = await search('pageSize=2&page=2');
    expect(first.body.total).toBe(5);
    const seen = [...first.body.items, ...second.body.items].map((item) => item.fullName);
    expect(seen).toEqual(['100% Budi_Santoso', 'José Müller', "Ni'mah Nur'aini", 'Siti Aminah']);
  });

  it('shows a member’s record, and hides who is a member elsewhere only', async () => {
    const { body } = await search('q=aminah');
    const personId = body.items[0]?.personId as string;
    expect((await officer.get(`/api/directory/people/${personId}`)).body).toMatchObject({
      fullName: 'Siti Aminah',
      memberships: [{ gradeNameEn: 'Full' }],
    });
    const [hidden] = await api.db.query(`SELECT id FROM people WHERE full_name = 'Siti Tersembunyi'`);
    expect(await officer.get(`/api/directory/people/${hidden.id}`)).toMatchObject({
      status: 404,
      body: { code: 'person.not_found' },
    });
  });

  it.each(['page=0', 'pageSize=1000', 'sort=password', 'q[]=a&q[]=b'])('refuses %s', async (query) => {
    expect((await search(query)).status).toBe(400);
  });
});

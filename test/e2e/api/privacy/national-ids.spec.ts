import { randomUUID } from 'node:crypto';
import { CheckRuns } from '@himpun/credentials';
import { startApi, type TestApp } from '../../../support/app';
import { claimed, LICENCE, presented } from '../../../support/claims';
import { grantPowers, signedIn, stranger, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { aPractitioner, fhirStandIn, type FhirStandIn } from '../../../support/stand-ins/fhir';

const NIK = '3174052802900001';
const entered = { kind: 'nik', country: 'ID', number: '3174 0528 0290 0001' };
type Own = { id: string; masked: string | null }[];
type Reads = { total: number; items: Record<string, unknown>[] };

describe('national ids', () => {
  let api: TestApp;
  let fhir: FhirStandIn;
  let ana: TestClient;
  beforeAll(async () => {
    fhir = await fhirStandIn();
    const server = {
      url: fhir.url,
      tokenUrl: fhir.tokenUrl,
      clientId: 'himpun',
      clientSecret: 's3cret',
      perSecond: 0,
    };
    api = await startApi({ REGISTRIES: JSON.stringify({ satusehat: { ...server, authorities: ['KTKI'] } }) });
    ana = await signedIn(api, { fullName: 'Ana Lestari' });
  });
  afterAll(async () => {
    await api.close();
    await fhir.close();
  });

  const own = async (client: TestClient): Promise<Own> =>
    (await client.get<Own>('/api/account/national-ids')).body;
  const reads = async (client: TestClient): Promise<Reads> =>
    (await client.get<Reads>('/api/account/private-reads')).body;
  /** Every text of every row of every table. */
  const anywhere = async (text: string): Promise<string[]> => {
    const tables: { name: string }[] = await api.db.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows: unknown[] = await api.db.query(
        `SELECT 1 FROM "${name}" t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || encode($1::bytea, 'hex') || '%' LIMIT 1`,
        [text],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  };

  it('are entered by the person, shown masked, and lie nowhere in plain', async () => {
    expect((await ana.put('/api/account/national-ids', entered)).status).toBe(204);
    expect(await own(ana)).toMatchObject([{ kind: 'nik', masked: '••••••••••••0001', erasedAt: null }]);
    expect(await anywhere(NIK)).toEqual([]);
    // The search finds what does lie in plain.
    expect(await anywhere('Ana Lestari')).toContain('people');
  });

  it.each([
    ['too short', { ...entered, number: '317405280290000' }, 'nik_digits'],
    ['no date of birth', { ...entered, number: '3174059902900001' }, 'nik_form'],
  ])('are refused when %s', async (_, body, code) => {
    const answer = await ana.put('/api/account/national-ids', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'national_id.invalid', reasons: [{ code }] } });
  });

  it('are the person’s own: another’s is neither seen nor removed, and who types the same learns nothing of it', async () => {
    const other = await signedIn(api);
    expect((await other.put('/api/account/national-ids', entered)).status).toBe(204);
    const [theirs] = await own(other);
    expect((await other.delete(`/api/account/national-ids/${theirs?.id}`)).status).toBe(204);
    const [mine] = await own(ana);
    expect((await other.delete(`/api/account/national-ids/${mine?.id}`)).status).toBe(404);
    expect((await stranger(api).get('/api/account/national-ids')).status).toBe(401);
    expect(await own(ana)).toHaveLength(1);
  });

  it('do not open in another person’s row', async () => {
    const ben = await signedIn(api);
    await ben.put('/api/account/national-ids', { ...entered, number: '3174056802900002' });
    await api.db.query(
      `UPDATE national_ids b SET sealed_value = a.sealed_value FROM national_ids a WHERE b.person_id = $1 AND a.person_id = $2`,
      [ben.personId, ana.personId],
    );
    expect((await ben.get('/api/account/national-ids')).status).toBe(500);
    await api.db.query('DELETE FROM national_ids WHERE person_id = $1', [ben.personId]);
  });

  it('are read by a register for one check, on record before it is asked, and shown to the person alone', async () => {
    const groupId = await aGroup(api);
    const officer = await signedIn(api);
    await grantPowers(api, officer.personId as string, groupId, ['applications.review', 'licences.check']);
    const { checkIds } = await presented(
      api,
      groupId,
      [await claimed(ana, { ...LICENCE, authority: 'KTKI' })],
      randomUUID(),
    );
    fhir.people.set(NIK, [aPractitioner('Ana Lestari', NIK, 'PT-404')]);
    const before = (await reads(ana)).total;
    for (const id of checkIds) await api.app.get(CheckRuns, { strict: false }).run(id, 99);

    expect(fhir.asked.some((asked) => asked.includes(NIK))).toBe(true);
    const { total, items } = await reads(ana);
    expect(total).toBe(before + 1);
    expect(items[0]).toMatchObject({
      subjectType: 'national_id',
      subjectName: 'nik',
      readerKind: 'system',
      reader: 'checks-satusehat',
      reason: 'source_check',
      groupNameEn: 'Physiotherapy Association',
    });
    expect(await reads(officer)).toEqual({ items: [], total: 0 });
    // The answer carried the number; it is kept without it.
    expect(await anywhere(NIK)).toEqual([]);
    expect(await api.db.query('SELECT outcome FROM checks')).toEqual([{ outcome: 'match' }]);
    await expect(api.db.query(`DELETE FROM private_reads`)).rejects.toThrow();
  });

  it('are gone when the person takes them out', async () => {
    const [mine] = await own(ana);
    expect((await ana.delete(`/api/account/national-ids/${mine?.id}`)).status).toBe(204);
    expect(await own(ana)).toEqual([]);
  });
});

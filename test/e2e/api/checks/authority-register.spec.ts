import { CheckRuns, CredentialFacts } from '@himpun/credentials';
import { startApi, type TestApp } from '../../../support/app';
import { checkRow, claimed, LICENCE, presented } from '../../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { aRegister, imported } from '../../../support/registers';

const REGISTER = `number,name,birth_date,profession,status,valid_from,valid_until
PT-404,"Dr. Ana Lestari, S.Ft.",1990-05-01,Fisioterapis,active,2020-01-01,
PT-405,Ana Lestari,,Fisioterapis,active,,2026-11-20
PT-406,Ana Lestari,,Fisioterapis,revoked,,
PT-407,Ana Lestari,,Fisioterapis,suspended,,
PT-408,Budi Hartono,,Fisioterapis,revoked,,
PT-409,Ana Putri Lestari,,Fisioterapis,active,,
PT-410,Ana Lestari,1991-01-01,Fisioterapis,active,,
PT-411,Ana Lestari,,Perawat,active,,
PT-412,Ana Lestari,,Fisioterapis,active,,2026-11-21
PT-413,Ana Lestari,,Fisioterapis,active,2027-01-01,
`;

describe('checks of a licence', () => {
  let api: TestApp;
  let groupId: string;
  let officer: TestClient;
  let ana: TestClient;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    officer = await signedIn(api, { fullName: 'Rina Petugas' });
    await grantPowers(api, officer.personId as string, groupId, ['registers.import', 'licences.check']);
    ana = await signedIn(api, { fullName: 'Ana Lestari', birthDate: '1990-05-01' });
    await imported(api, officer, await aRegister(api, groupId), REGISTER);
  });
  afterAll(() => api.close());

  async function checked(
    number: string,
    authority = 'K.T.K.I.',
  ): Promise<{ id: string; originId: string; credential: string }> {
    const credential = await claimed(ana, { ...LICENCE, number, authority });
    const { checkIds, originId } = await presented(api, groupId, [credential]);
    const id = checkIds[0] as string;
    await api.app.get(CheckRuns, { strict: false }).run(id, 1);
    return { id, originId, credential };
  }
  const facts = (credential: string) =>
    api.app.get(CredentialFacts, { strict: false }).of(null, ana.personId as string, [credential]);

  it.each([
    ['found by a number written otherwise', 'pt 404', 'match', 'none', 'found', 'confirmed'],
    ['in force on its last day', 'PT-412', 'match', 'none', 'found', 'confirmed'],
    ['whose last day was yesterday', 'PT-405', 'expired', 'none', 'expired', 'refuted'],
    ['revoked', 'PT-406', 'revoked', 'none', 'revoked', 'refuted'],
    ['suspended', 'PT-407', 'suspended', 'none', 'suspended', 'refuted'],
    [
      'of somebody else, whatever its status',
      'PT-408',
      'mismatch',
      'needs_person',
      'name_differs',
      'needs_person',
    ],
    ['of a longer name', 'PT-409', 'partial', 'needs_person', 'extra_words', 'needs_person'],
    [
      'of somebody born on another day',
      'PT-410',
      'mismatch',
      'needs_person',
      'birth_date_differs',
      'needs_person',
    ],
    ['for another profession', 'PT-411', 'partial', 'needs_person', 'profession_differs', 'needs_person'],
    ['that begins next year', 'PT-413', 'partial', 'needs_person', 'not_yet_valid', 'needs_person'],
    ['that the register does not have', 'PT-999', 'not_found', 'needs_person', 'not_found', 'needs_person'],
  ])('%s', async (_, number, outcome, action, reason, standing) => {
    const { id, credential } = await checked(number);
    expect(await checkRow(api, id)).toMatchObject({
      source: 'authority_register',
      source_version: 'KTKI v1 (2026-11-21)',
      ...{ run_state: 'ran', outcome, action, reasons: expect.arrayContaining([reason]) },
    });
    expect(await facts(credential)).toMatchObject([{ standing, claim: { number } }]);
  });

  it('of an authority without a register waits for a person at once, without a queue', async () => {
    const credential = await claimed(ana, { ...LICENCE, authority: 'Dinas Kesehatan' });
    const { checkIds } = await presented(api, groupId, [credential]);
    expect(await checkRow(api, checkIds[0] as string)).toMatchObject({
      ...{ source: 'manual', run_state: 'not_covered', action: 'needs_person', outcome: null },
    });
    expect(await facts(credential)).toMatchObject([{ standing: 'needs_person' }]);
  });

  it('is asked for once per version and origin, however often it is submitted', async () => {
    const credential = await claimed(ana);
    const first = await presented(api, groupId, [credential]);
    const again = await presented(api, groupId, [credential], first.originId);
    expect(again).toEqual(first);
    const [{ n }] = (await api.db.query(
      `SELECT count(*)::int AS n FROM outbox_messages WHERE payload->>'checkId' = $1`,
      [first.checkIds[0]],
    )) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('shows the applicant the outcome without what may be somebody else’s, and officers all of it', async () => {
    const { originId } = await checked('PT-408');
    const path = `/api/checks?originId=${originId}`;
    const mine =
      await ana.get<
        { fields: { field: string; found: string | null }[]; answer: unknown; reviewable: boolean }[]
      >(path);
    expect(mine.body[0]?.fields.find(({ field }) => field === 'name')?.found).toBeNull();
    expect(mine.body[0]).toMatchObject({ answer: null, query: null, reviewable: false });
    const theirs = await officer.get<typeof mine.body>(path);
    expect(theirs.body[0]?.fields.find(({ field }) => field === 'name')?.found).toBe('Budi Hartono');
    expect(theirs.body[0]).toMatchObject({
      reviewable: true,
      answer: expect.stringContaining('Budi Hartono'),
    });
    const stranger = await signedIn(api);
    expect((await stranger.get(path)).body).toEqual([]);
  });

  describe('an officer', () => {
    it('confirms or overrides with a reason, which settles it and is kept for good', async () => {
      const { id, credential } = await checked('PT-409');
      const path = `/api/checks/${id}/reviews`;
      const wrong = await officer.post(path, { verdict: 'confirm', outcome: 'match', reason: 'x' });
      expect(wrong).toMatchObject({ status: 422, body: { code: 'check.mismatch' } });
      const done = await officer.post(path, {
        verdict: 'override',
        outcome: 'match',
        reason: 'Nama kecil, lihat KTP',
      });
      expect(done).toMatchObject({
        status: 201,
        body: {
          outcome: 'match',
          action: 'done',
          reviews: [{ reviewer: 'Rina Petugas', outcomeBefore: 'partial' }],
        },
      });
      expect(await facts(credential)).toMatchObject([{ standing: 'confirmed' }]);
      await expect(api.db.query('UPDATE check_reviews SET reason = $1', ['-'])).rejects.toThrow(
        'append-only',
      );
      await expect(api.db.query('DELETE FROM check_reviews')).rejects.toThrow('append-only');
    });

    it('records what a person found where no source could tell', async () => {
      const credential = await claimed(ana, { ...LICENCE, authority: 'Dinas Kesehatan' });
      const { checkIds } = await presented(api, groupId, [credential]);
      const path = `/api/checks/${checkIds[0]}`;
      expect((await officer.post(`${path}/retries`)).body).toMatchObject({ code: 'check.without_source' });
      const body = { verdict: 'override', outcome: 'match', reason: 'Ditelepon 21 November, nomor benar' };
      expect((await officer.post(`${path}/reviews`, body)).status).toBe(201);
      expect(await facts(credential)).toMatchObject([{ standing: 'confirmed' }]);
    });

    it('never judges a case of their own, nor that of another group', async () => {
      await grantPowers(api, ana.personId as string, groupId, ['licences.check']);
      const { id } = await checked('PT-404');
      const body = { verdict: 'confirm', outcome: 'match', reason: 'x' };
      expect(await ana.post(`/api/checks/${id}/reviews`, body)).toMatchObject({
        status: 403,
        body: { code: 'check.forbidden' },
      });
      const other = await signedIn(api);
      await grantPowers(api, other.personId as string, await aGroup(api), ['licences.check']);
      expect(await other.post(`/api/checks/${id}/reviews`, body)).toMatchObject({
        status: 404,
        body: { code: 'check.not_found' },
      });
      expect(await api.db.query('SELECT 1 FROM check_reviews WHERE check_id = $1', [id])).toEqual([]);
    });

    it('puts a check to the source once more, and not while it runs', async () => {
      const { id } = await checked('PT-999');
      expect(await officer.post(`/api/checks/${id}/retries`)).toMatchObject({
        status: 202,
        body: { runState: 'queued', outcome: null },
      });
      expect(await officer.post(`/api/checks/${id}/retries`)).toMatchObject({
        status: 409,
        body: { code: 'check.in_progress' },
      });
      await api.app.get(CheckRuns, { strict: false }).run(id, 1);
      expect(await checkRow(api, id)).toMatchObject({ outcome: 'not_found', attempts: 2 });
    });
  });
});

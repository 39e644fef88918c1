import { CheckRuns } from '@himpun/credentials';
import { startApi, type TestApp } from '../../../support/app';
import { checkRow, claimed, presented } from '../../../support/claims';
import { signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import {
  aProvider,
  npiFrom,
  nppesStandIn,
  type NppesMood,
  type NppesStandIn,
} from '../../../support/stand-ins/nppes';

const LAST = 8;

describe('a licence of the NPI registry', () => {
  let nppes: NppesStandIn;
  let api: TestApp;
  let groupId: string;
  let ana: TestClient;
  const anas = npiFrom('123456789');
  const notOurs = npiFrom('155555555');

  beforeAll(async () => {
    nppes = await nppesStandIn();
    nppes.records.set(anas, aProvider(anas));
    api = await startApi({ NPPES_URL: nppes.url });
    groupId = await aGroup(api);
    ana = await signedIn(api, { fullName: 'Ana Lestari' });
  });
  afterAll(async () => {
    await api.close();
    await nppes.close();
  });
  beforeEach(async () => {
    nppes.mood = { kind: 'well' };
    nppes.latency = 0;
    // What one test does to the registry is no outage for the next.
    await api.db.query('DELETE FROM source_health; DELETE FROM source_answers');
  });

  const runs = () => api.app.get(CheckRuns, { strict: false });
  async function asked(number: string, change: { profession?: string } = {}): Promise<string> {
    const claim = {
      kind: 'licence',
      holderName: 'Ana Lestari',
      authority: 'NPPES',
      number,
      profession: 'Fisioterapis',
    } as const;
    const credential = await claimed(ana, { ...claim, ...change });
    const { checkIds } = await presented(api, groupId, [credential]);
    expect(checkIds).toHaveLength(1);
    return checkIds[0] as string;
  }

  it('is a match by number, name and profession, with question, answer, hash and version kept', async () => {
    const id = await asked(anas);
    await runs().run(id, 1);
    const row = await checkRow(api, id);
    expect(row).toMatchObject({
      run_state: 'ran',
      outcome: 'match',
      action: 'none',
      attempts: 1,
      source_version: 'NPPES 2.1',
    });
    expect(row).toMatchObject({ query: { number: anas }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.parse(row.answer as string)).toMatchObject({ result_count: 1 });
    expect(row.reasons).toContain('identity_only');
  });

  it.each([
    [
      'belongs to somebody else',
      () => aProvider(notOurs, { first: 'BUDI', last: 'HARTONO' }),
      'mismatch',
      'needs_person',
      'name_differs',
    ],
    [
      'names another profession',
      () => aProvider(notOurs, { taxonomy: 'Dentist' }),
      'partial',
      'needs_person',
      'profession_differs',
    ],
    ['was deactivated', () => aProvider(notOurs, { status: 'D' }), 'revoked', 'none', 'revoked'],
  ])('whose number %s', async (_, record, outcome, action, reason) => {
    nppes.records.set(notOurs, record());
    const id = await asked(notOurs);
    await runs().run(id, 1);
    expect(await checkRow(api, id)).toMatchObject({
      outcome,
      action,
      reasons: expect.arrayContaining([reason]),
    });
  });

  it('that NPPES does not know is not found, which is nobody’s fault and for a person', async () => {
    const id = await asked(npiFrom('177777777'));
    await runs().run(id, 1);
    const row = await checkRow(api, id);
    expect(row).toMatchObject({ run_state: 'ran', outcome: 'not_found', action: 'needs_person' });
    const { body } = await ana.get(`/api/checks/${id}`);
    expect(JSON.stringify(body)).not.toMatch(/fraud|palsu|fake|forged/i);
  });

  it('with a slip in its check digit is not sent to NPPES at all', async () => {
    const before = nppes.asked.length;
    const id = await asked('1234567890');
    await runs().run(id, 1);
    expect(await checkRow(api, id)).toMatchObject({ outcome: 'not_found', reasons: ['check_digit'] });
    expect(nppes.asked).toHaveLength(before);
  });

  it.each<[string, NppesMood]>([
    ['is too busy', { kind: 'busy', retryAfter: '7' }],
    ['is down', { kind: 'down' }],
    ['hangs up', { kind: 'reset' }],
    ['answers half a document', { kind: 'truncated' }],
    ['answers a page for people', { kind: 'html' }],
  ])('waits when NPPES %s, and ends with a person when it stays so', async (_, mood) => {
    nppes.mood = mood;
    const id = await asked(anas);
    const failure: unknown = await runs()
      .run(id, 1)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'TransientError' });
    if (mood.kind === 'busy') expect(failure).toMatchObject({ retryAfterMs: 7_000 });
    expect(await checkRow(api, id)).toMatchObject({ run_state: 'running', outcome: null, ended_at: null });
    await runs().run(id, LAST);
    expect(await checkRow(api, id)).toMatchObject({
      run_state: 'unavailable',
      outcome: null,
      action: 'needs_person',
      reasons: ['source_unavailable'],
    });
  });

  it('is taken up again when NPPES is back', async () => {
    nppes.mood = { kind: 'down' };
    const id = await asked(anas);
    await expect(runs().run(id, 1)).rejects.toThrow('503');
    nppes.mood = { kind: 'well' };
    await runs().run(id, 2);
    expect(await checkRow(api, id)).toMatchObject({ outcome: 'match', attempts: 2 });
  });

  it.each([
    [
      '15',
      `CMS deactivated NPI ${npiFrom('123456789')}`,
      { run_state: 'ran', outcome: 'revoked', action: 'none' },
    ],
    ['06', 'NPI must be 10 digits', { run_state: 'refused', outcome: null, action: 'needs_person' }],
    ['17', 'unsupported version', { run_state: 'refused', outcome: null, action: 'needs_person' }],
  ])('reads error %s, which comes with HTTP 200, as final', async (number, description, expected) => {
    nppes.mood = { kind: 'errors', number, description };
    const id = await asked(anas);
    await runs().run(id, 1);
    expect(await checkRow(api, id)).toMatchObject(expected);
  });

  it('has its effect once, run twice at the same time and once more', async () => {
    nppes.latency = 50;
    const id = await asked(anas);
    await Promise.all([runs().run(id, 1), runs().run(id, 1)]);
    await runs().run(id, 1);
    const [news, acts] = await Promise.all([
      api.db.query(
        `SELECT count(*)::int AS n FROM outbox_messages WHERE type = 'credentials.check_ended' AND payload->>'checkId' = $1`,
        [id],
      ),
      api.db.query(
        `SELECT count(*)::int AS n FROM audit_entries WHERE action = 'check.ended' AND subject_id = $1`,
        [id],
      ),
    ]);
    expect([news, acts]).toEqual([[{ n: 1 }], [{ n: 1 }]]);
  });
});

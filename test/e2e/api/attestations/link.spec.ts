import { createHash } from 'node:crypto';
import { CheckRuns } from '@himpun/credentials';
import { startApi, type TestApp } from '../../../support/app';
import {
  anAttestationCase,
  asked,
  attestationCheck,
  byLink,
  DEGREE,
  sentToken,
  trailOf,
  YES,
  type AttestationCase,
} from '../../../support/attestations';
import { stranger } from '../../../support/client';

const DAY = 86_400_000;
const ANSWER = '/api/public/attestation/answer';

describe('the link that an institution gets', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(() => api.flushRedis());
  afterAll(() => api.close());

  async function aLink(): Promise<AttestationCase & { id: string; token: string }> {
    const made = await anAttestationCase(api);
    const id = await asked(made);
    return { ...made, id, token: await sentToken(api, id) };
  }
  const rows = (): Promise<unknown[]> =>
    api.db.query(
      'SELECT a.*, k.run_state, k.outcome FROM attestations a JOIN checks k ON k.id = a.check_id ORDER BY a.id',
    );
  const ended = async (id: string): Promise<Record<string, unknown>> => {
    const { id: checkId } = await attestationCheck(api, id);
    await api.app.get(CheckRuns, { strict: false }).run(String(checkId), 1);
    return attestationCheck(api, id);
  };

  it('shows exactly one claim, and nothing else about its person', async () => {
    const { token, applicant } = await aLink();
    const { status, body, headers } = await byLink(api, token).read();
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'expiresAt',
      'fields',
      'group',
      'institution',
      'kind',
      'language',
    ]);
    expect(body['fields']).toEqual([
      { field: 'holderName', value: 'Ana Lestari' },
      { field: 'institution', value: DEGREE.institution },
      { field: 'title', value: DEGREE.title },
      { field: 'level', value: '6' },
      { field: 'field', value: DEGREE.field },
      { field: 'number', value: DEGREE.number },
      { field: 'endedOn', value: DEGREE.endedOn },
    ]);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${applicant.personId}|${applicant.accountId}|@`));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
  });

  it('is 256 bits, of which nothing but a hash is stored or announced', async () => {
    const { id, token } = await aLink();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [row]: { token_hash: Buffer }[] = await api.db.query(
      'SELECT token_hash FROM attestations WHERE id = $1',
      [id],
    );
    expect(row?.token_hash.equals(createHash('sha256').update(token).digest())).toBe(true);
    const tables: { name: string }[] = await api.db.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const found = await api.db.query(`SELECT 1 FROM "${name}" t WHERE t::text LIKE '%' || $1 || '%'`, [
        token,
      ]);
      expect([name, found]).toEqual([name, []]);
    }
  });

  it('changes nothing however often it is opened, by whatever opens mails', async () => {
    const { token } = await aLink();
    const before = await rows();
    for (let time = 0; time < 5; time += 1) expect((await byLink(api, token).read()).status).toBe(200);
    for (const method of ['HEAD', 'OPTIONS', 'GET']) {
      await fetch(`${api.url}/api/public/attestation`, { method, headers: { 'Attestation-Token': token } });
      await fetch(`${api.url}${ANSWER}`, { method, headers: { 'Attestation-Token': token } });
    }
    expect(await rows()).toEqual(before);
    expect((await byLink(api, token).answer()).status).toBe(200);
  });

  it('takes a yes, which settles the check with question, answer, hash, who and when', async () => {
    const { id, token } = await aLink();
    const { status, body } = await byLink(api, token).answer();
    expect([status, body]).toEqual([
      200,
      { reference: expect.stringMatching(/^(\w{4}-){3}\w{4}$/), answeredAt: api.clock.now().toISOString() },
    ]);
    const check = await ended(id);
    expect(check).toMatchObject({
      run_state: 'ran',
      outcome: 'match',
      action: 'none',
      reasons: ['issuer_yes'],
    });
    expect(check['hash']).toBe(createHash('sha256').update(String(check['answer'])).digest('hex'));
    expect(JSON.parse(String(check['answer']))).toMatchObject({
      word: { ...YES, remark: null },
      contact: 'registrar@ugm.ac.id',
      domain: 'ugm.ac.id',
      answeredAt: api.clock.now().toISOString(),
      claim: { kind: 'education' },
    });
    expect(await trailOf(api, id)).toEqual(['attestation.asked', 'attestation.sent', 'attestation.answered']);
  });

  it.each([
    ['a no', { verdict: 'no' }, 'not_found', 'issuer_no'],
    [
      'another number',
      { verdict: 'differs', differences: [{ field: 'number', found: 'UGM-2015-0043' }] },
      'mismatch',
      'issuer_differs',
    ],
    [
      'another date',
      { verdict: 'differs', differences: [{ field: 'endedOn', found: '2015-08-21' }] },
      'partial',
      'issuer_differs',
    ],
    ['a remark on a yes', { verdict: 'yes', remark: 'Ijazah ditarik 2019' }, 'match', 'issuer_yes'],
  ])('takes %s, which a person looks at and which rejects nobody', async (_, word, outcome, reason) => {
    const { id, token, applicant } = await aLink();
    expect((await byLink(api, token).answer({ ...YES, ...word })).status).toBe(200);
    const check = await ended(id);
    expect(check).toMatchObject({ run_state: 'ran', outcome, action: 'needs_person' });
    expect(check['reasons']).toContain(reason);
    const { body } = await applicant.get(`/api/checks/${String(check['id'])}`);
    expect(body).toMatchObject({ query: null, answer: null });
    expect(JSON.stringify(body)).not.toMatch(/registrar|Dewi|2015-0043|ditarik/);
  });

  it('confirms the document, not that the applicant is who it names', async () => {
    const made = await anAttestationCase(api, { claim: { ...DEGREE, holderName: 'Budi Hartono' } });
    const id = await asked(made);
    await byLink(api, await sentToken(api, id)).answer();
    expect(await ended(id)).toMatchObject({ outcome: 'partial', action: 'needs_person' });
  });

  it.each([
    ['nothing named', { differences: [] }],
    ['a field that was not shown', { differences: [{ field: 'profession', found: 'x' }] }],
    ['a field of no claim', { differences: [{ field: 'birthDate', found: '1990-01-01' }] }],
    [
      'a field twice',
      {
        differences: [
          { field: 'level', found: '5' },
          { field: 'level', found: '7' },
        ],
      },
    ],
    ['the same as asked', { differences: [{ field: 'level', found: ' 6 ' }] }],
    ['no name', { name: ' ', differences: [{ field: 'level', found: '5' }] }],
    ['no office', { office: '', differences: [{ field: 'level', found: '5' }] }],
    ['a key of our own', { differences: [{ field: 'level', found: '5' }], state: 'answered' }],
  ])('refuses a difference with %s, and stays open', async (_, change) => {
    const { token } = await aLink();
    const refused = await byLink(api, token).answer({ ...YES, verdict: 'differs', ...change });
    expect([400, 422]).toContain(refused.status);
    expect((await byLink(api, token).answer()).status).toBe(200);
  });

  it('takes one answer of many that come at once', async () => {
    const { id, token } = await aLink();
    const words = Array.from({ length: 12 }, (_, at) => ({ ...YES, verdict: at % 2 ? 'yes' : 'no' }));
    const answers = await Promise.all(words.map((word) => byLink(api, token).answer(word)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(410)]);
    expect((await trailOf(api, id)).filter((action) => action === 'attestation.answered')).toHaveLength(1);
    const news = await api.db.query(
      `SELECT type FROM outbox_messages WHERE type = 'credentials.attestation_answered' AND payload->>'attestationId' = $1`,
      [id],
    );
    expect(news).toHaveLength(1);
  });

  it('answers alike when it is wrong, used, withdrawn, replaced, or too old', async () => {
    const [used, withdrawn, replaced, old] = [await aLink(), await aLink(), await aLink(), await aLink()];
    await byLink(api, used.token).answer();
    await withdrawn.officer.post(`/api/attestations/${withdrawn.id}/withdrawal`, { reason: 'Salah alamat' });
    const anew = { email: 'akademik@ugm.ac.id', language: 'id' };
    const renewed = await replaced.officer.post<{ id: string }>(
      `/api/attestations/${replaced.id}/renewals`,
      anew,
    );
    expect(renewed.status).toBe(201);
    const asking = await aNewQuestion();
    api.clock.advance(14 * DAY);
    const fresh = await sentToken(api, renewed.body.id);
    expect((await byLink(api, fresh).read()).status).toBe(200);
    const tokens = [
      'x',
      '',
      'a'.repeat(43),
      '💩',
      used.token,
      withdrawn.token,
      replaced.token,
      old.token,
      asking,
    ];
    const told = new Set<string>();
    for (const token of tokens) {
      for (const act of ['read', 'answer'] as const) {
        await api.flushRedis();
        const { status, body } = await byLink(api, encodeURIComponent(token))[act]();
        const { reference: _, ...rest } = body as Record<string, unknown>;
        told.add(JSON.stringify([status, rest]).replace(/\/answer/g, ''));
      }
    }
    expect([...told]).toHaveLength(1);
    expect([...told][0]).toContain('410');
    api.clock.advance(-14 * DAY);
  });

  /** A question whose mail is not out yet; its token is not valid before. */
  async function aNewQuestion(): Promise<string> {
    const made = await anAttestationCase(api);
    const [row]: { hash: string }[] = await api.db.query(
      `SELECT encode(token_hash, 'base64') AS hash FROM attestations WHERE id = $1`,
      [await asked(made)],
    );
    return String(row?.hash);
  }

  it('works up to its last second and not a moment longer', async () => {
    const { token } = await aLink();
    api.clock.advance(14 * DAY - 1_000);
    expect((await byLink(api, token).read()).status).toBe(200);
    api.clock.advance(1_000);
    expect((await byLink(api, token).read()).status).toBe(410);
    expect((await byLink(api, token).answer()).status).toBe(410);
    api.clock.advance(-14 * DAY);
  });

  it('cannot be tried out: a network that guesses is slowed down', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 70; time += 1) {
      statuses.push((await byLink(api, `guess-${time}`).read()).status);
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(5);
    expect(statuses[0]).toBe(410);
  });

  it('is refused from pages of others', async () => {
    const { token } = await aLink();
    const answer = await stranger(api).post(ANSWER, YES, {
      'Attestation-Token': token,
      'Sec-Fetch-Site': 'cross-site',
    });
    expect(answer.status).toBe(403);
    expect((await byLink(api, token).answer()).status).toBe(200);
  });
});

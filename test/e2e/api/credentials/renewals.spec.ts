import { randomUUID } from 'node:crypto';
import { plusDays } from '@himpun/kernel';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { claimed, LICENCE } from '../../../support/claims';
import { signedIn } from '../../../support/client';
import { aMember, type TestMember } from '../../../support/members';

interface Shown {
  credential: { id: string; state: string; claim: { number: string } };
  standing: string;
  lastDay: string | null;
  isRenewable: boolean;
  renewal: { credentialId: string; state: string } | null;
  uses: { memberNumber: string | null }[];
  history: { type: string }[];
}

describe('one’s own credentials', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let member: TestMember;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    group = await anAdmittingGroup(api, [asks.licence]);
    const until = plusDays('2026-11-21', 20);
    member = await aMember(
      api,
      group,
      { claims: [{ ...LICENCE, validUntil: until }] },
      async () => undefined,
    );
    await api.db.query(
      `INSERT INTO credential_watches (id, created_at, credential_id, group_id, source, check_id, expires_on)
       VALUES ($1, $2, $3, $4, 'authority_register', $5, $6)`,
      [randomUUID(), api.clock.now(), member.credentialIds[0], group.groupId, member.checkIds[0], until],
    );
  });
  afterAll(() => api.close());

  const shown = async (): Promise<Shown[]> =>
    (await member.person.get<Shown[]>('/api/account/credentials')).body;

  it('say how they stand, until when, what rests on them and what became of them; to nobody else', async () => {
    const [one, ...more] = await shown();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ lastDay: '2026-12-11', isRenewable: true, renewal: null });
    expect(one?.uses[0]?.memberNumber).toMatch(/^PI-2026-/);
    expect(one?.history.map(({ type }) => type)).toContain('claimed');
    expect((await (await signedIn(api)).get('/api/account/credentials')).body).toEqual([]);
  });

  it('are renewed as a draft that carries over what stays; asked twice it is the same', async () => {
    const path = `/api/credentials/${member.credentialIds[0]}/renewals`;
    const [first, second] = [await member.person.post(path), await member.person.post(path)];
    expect([first.status, second.body['id']]).toEqual([201, first.body['id']]);
    expect(first.body).toMatchObject({
      state: 'draft',
      claim: { number: 'PT-404', authority: 'KTKI', validUntil: null },
    });
    expect((await shown())[0]?.renewal).toEqual({ credentialId: first.body['id'], state: 'draft' });
    expect((await (await signedIn(api)).post(path)).status).toBe(404);
  });

  it('cannot be sent in with a last day that is no later than the one known', async () => {
    const { body } = await member.person.post<{ id: string; version: number }>(
      `/api/credentials/${member.credentialIds[0]}/renewals`,
    );
    await member.person.patch(
      `/api/credentials/${body.id}`,
      { validUntil: '2026-12-11' },
      { 'If-Match': `"${body.version}"` },
    );
    const refused = await member.person.post(`/api/credentials/${body.id}/presentation`);
    expect([refused.status, refused.body['code']]).toEqual([422, 'renewal.incomplete']);
    expect(JSON.stringify(refused.body)).toContain('validUntil');
    const [{ count }] = await api.db.query(
      'SELECT count(*)::int AS count FROM checks WHERE credential_id = $1',
      [body.id],
    );
    expect(count).toBe(0);
  });

  it('that no membership rests on, or that are no renewal, are refused', async () => {
    const id = await claimed(member.person, { ...LICENCE, number: 'PT-9' });
    const begun = await member.person.post(`/api/credentials/${id}/renewals`);
    expect([begun.status, begun.body['code']]).toEqual([422, 'renewal.mismatch']);
    expect((await member.person.post(`/api/credentials/${id}/presentation`)).status).toBe(404);
  });

  it('sent in twice at once are sent in once, and can then not be begun again', async () => {
    const { body } = await member.person.post<{ id: string; version: number }>(
      `/api/credentials/${member.credentialIds[0]}/renewals`,
    );
    const change = { number: 'PT-500', validUntil: '2031-12-31' };
    await member.person.patch(`/api/credentials/${body.id}`, change, { 'If-Match': `"${body.version}"` });
    const both = await Promise.all(
      [1, 2].map(() => member.person.post(`/api/credentials/${body.id}/presentation`)),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const rows: { source: string }[] = await api.db.query(
      `SELECT source FROM checks WHERE credential_id = $1 AND origin_type = 'renewal'`,
      [body.id],
    );
    expect(rows).toEqual([{ source: 'manual' }]);
    const [before] = await shown();
    expect(before).toMatchObject({ isRenewable: false, renewal: { state: 'with_person' } });
    const again = await member.person.post(`/api/credentials/${member.credentialIds[0]}/renewals`);
    expect([again.status, again.body['code']]).toEqual([409, 'renewal.conflict']);
  });
});

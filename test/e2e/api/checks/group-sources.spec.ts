import { startApi, type TestApp } from '../../../support/app';
import { checkRow, claimed, presented } from '../../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Line {
  id: string;
  used: boolean;
  decidedBy: { id: string } | null;
}

const NPI = 'npi_registry';

describe('which sources a group uses', () => {
  let api: TestApp;
  let parent: string;
  let child: string;
  let officer: TestClient;
  let ana: TestClient;
  beforeAll(async () => {
    api = await startApi();
    ana = await signedIn(api, { fullName: 'Ana Lestari' });
  });
  beforeEach(async () => {
    parent = await aGroup(api);
    child = await aGroup(api, { parentId: parent });
    officer = await signedIn(api);
    await grantPowers(api, String(officer.personId), parent, ['registers.import']);
  });
  afterAll(() => api.close());

  const decide = (groupId: string, used: boolean, by = officer, source = NPI) =>
    by.put(`/api/groups/${groupId}/sources/${source}`, { used, reason: 'Decided on 3 May' });
  const lineOf = async (groupId: string, by = officer): Promise<Line | undefined> =>
    (await by.get<Line[]>(`/api/groups/${groupId}/sources`)).body.find(({ id }) => id === NPI);
  /** The source that a licence presented to the group is checked with. */
  async function askedIn(groupId: string): Promise<unknown> {
    const claim = {
      kind: 'licence',
      holderName: 'Ana Lestari',
      authority: 'NPPES',
      number: '1234567893',
    } as const;
    const { checkIds } = await presented(api, groupId, [await claimed(ana, claim)]);
    expect(checkIds).toHaveLength(1);
    return (await checkRow(api, String(checkIds[0]))).source;
  }

  it('is all of them until somebody decides; then the word of the nearest group counts', async () => {
    expect(await lineOf(child)).toMatchObject({ used: true, decidedBy: null });
    expect([await askedIn(parent), await askedIn(child)]).toEqual([NPI, NPI]);

    expect((await decide(parent, false)).status).toBe(204);
    expect(await lineOf(child)).toMatchObject({ used: false, decidedBy: { id: parent } });
    expect([await askedIn(parent), await askedIn(child)]).toEqual(['manual', 'manual']);

    expect((await decide(child, true)).status).toBe(204);
    expect(await lineOf(parent)).toMatchObject({ used: false, decidedBy: { id: parent } });
    expect(await lineOf(child)).toMatchObject({ used: true, decidedBy: { id: child } });
    expect([await askedIn(parent), await askedIn(child)]).toEqual(['manual', NPI]);
  });

  it('is kept in the audit trail with who and why', async () => {
    await decide(parent, false);
    const rows = await api.db.query(
      `SELECT action, actor_person_id AS "by", reason, details FROM audit_entries WHERE group_id = $1`,
      [parent],
    );
    expect(rows).toContainEqual({
      action: 'source.unused',
      by: officer.personId,
      reason: 'Decided on 3 May',
      details: { source: NPI },
    });
  });

  it('is decided and read by officers of the group or of one above it, for sources that there are', async () => {
    const other = await signedIn(api);
    await grantPowers(api, String(other.personId), await aGroup(api), ['registers.import', 'licences.check']);
    const refused = { status: 403, body: { code: 'source.forbidden' } };
    expect(await decide(child, false, other)).toMatchObject(refused);
    expect(await other.get(`/api/groups/${child}/sources`)).toMatchObject(refused);
    const reader = await signedIn(api);
    await grantPowers(api, String(reader.personId), child, ['licences.check']);
    expect(await lineOf(child, reader)).toMatchObject({ used: true });
    expect((await decide(child, false, reader)).status).toBe(403);
    expect(await decide(child, false, officer, 'nobody')).toMatchObject({ status: 404 });
  });
});
